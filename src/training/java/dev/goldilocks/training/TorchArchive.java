package dev.goldilocks.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs TorchScript source into the archive that libtorch loads: a zip with the code and a pickled
 * object.
 */
final class TorchArchive {
  private static final List<String> LISTS =
      List.of(
          "target",
          "draft",
          "target_first",
          "target_second",
          "draft_first",
          "draft_second",
          "target_gradients",
          "draft_gradients",
          "rotary");

  private TorchArchive() {}

  static void write(Path source, Path archive) throws IOException {
    Files.createDirectories(archive.getParent());
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.setMethod(ZipOutputStream.DEFLATED);
      entry(zip, "trainer/data.pkl", object());
      entry(zip, "trainer/code/__torch__.py", Files.readAllBytes(source));
      entry(zip, "trainer/constants.pkl", ascii("\u0080\u0002)."));
      entry(zip, "trainer/version", ascii("3\n"));
    }
  }

  private static byte[] object() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ascii("\u0080\u0002c__torch__\nTrainer\n)\u0081}("));
    out.writeBytes(string("training"));
    out.write(0x89);
    for (String list : LISTS) {
      out.writeBytes(string(list));
      out.write(']');
    }
    out.writeBytes(ascii("ub."));
    return out.toByteArray();
  }

  private static byte[] string(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(5 + bytes.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 'X')
        .putInt(bytes.length)
        .put(bytes)
        .array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
