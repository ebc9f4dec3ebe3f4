package dev.goldilocks.training;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads Java files out of source jars and writes the training and the held-out text.
 *
 * <p>A file's hash decides which text it belongs to and whether it keeps its licence header, and
 * the texts are in the order of the hashes: neither the order of the jars nor that of their entries
 * matters.
 */
final class Collect {
  private static final int LONGEST_FILE = 120_000;
  private static final int HELD_OUT_ONE_IN = 50;
  private static final int LICENCE_KEPT_ONE_IN = 4;

  private Collect() {}

  /** A file that passed the filters. */
  private record Document(String jar, String path, String text) {}

  static void run(Workspace workspace) throws IOException {
    TreeMap<String, Document> documents = new TreeMap<>();
    try (Stream<Path> files = Files.list(workspace.jars())) {
      for (Path jar : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
        read(jar, documents);
      }
    }
    Files.createDirectories(workspace.trainText().getParent());
    write(workspace, documents);
  }

  private static void write(Workspace workspace, Map<String, Document> documents)
      throws IOException {
    List<String> index = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    try (OutputStream train = stream(workspace.trainText());
        OutputStream heldOut = stream(workspace.heldOutText())) {
      for (Map.Entry<String, Document> entry : documents.entrySet()) {
        Document document = entry.getValue();
        long number = number(entry.getKey());
        boolean keepsLicence = (number / HELD_OUT_ONE_IN) % LICENCE_KEPT_ONE_IN == 0;
        String text = keepsLicence ? document.text() : JavaText.withoutLicence(document.text());
        if (!seen.add(text)) {
          continue;
        }
        boolean isHeldOut = number % HELD_OUT_ONE_IN == 0;
        OutputStream out = isHeldOut ? heldOut : train;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        out.write(0);
        index.add(
            String.join(
                "\t",
                entry.getKey(),
                isHeldOut ? "heldout" : "train",
                document.jar(),
                document.path(),
                Integer.toString(bytes.length)));
      }
    }
    Files.write(workspace.index(), index);
    System.out.printf(
        "%,d files: %,d bytes to train on, %,d held out%n",
        index.size(), Files.size(workspace.trainText()), Files.size(workspace.heldOutText()));
  }

  private static OutputStream stream(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
  }

  private static void read(Path jar, Map<String, Document> documents) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (!entry.getName().endsWith(".java") || entry.getSize() > LONGEST_FILE) {
          continue;
        }
        Optional<String> text = JavaText.clean(zip.getInputStream(entry).readAllBytes());
        if (text.isPresent()) {
          String name = jar.getFileName().toString();
          documents.putIfAbsent(hash(text.get()), new Document(name, entry.getName(), text.get()));
        }
      }
    }
  }

  /** The first four bytes of a hash, unsigned. */
  private static long number(String hash) {
    return Integer.toUnsignedLong(ByteBuffer.wrap(HexFormat.of().parseHex(hash)).getInt());
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
