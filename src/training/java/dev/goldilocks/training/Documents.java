package dev.goldilocks.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a text file of documents that each end with a zero byte. */
final class Documents {
  private Documents() {}

  static List<String> read(Path text) throws IOException {
    byte[] bytes = Files.readAllBytes(text);
    List<String> documents = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        documents.add(new String(bytes, start, i - start, StandardCharsets.UTF_8));
        start = i + 1;
      }
    }
    return documents;
  }
}
