package dev.goldilocks.training;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads Java files out of source jars and writes the training and the held-out text.
 *
 * <p>Each text is a file of documents in UTF-8, each followed by a zero byte, in the order of their
 * hashes, so that neither the order of the jars nor that of their entries matters.
 */
final class Collect {
  private static final int LONGEST_FILE = 120_000;
  private static final int LONGEST_LINE = 400;
  private static final int HELD_OUT_ONE_IN = 50;
  private static final int LICENCE_KEPT_ONE_IN = 4;

  private Collect() {}

  /** A file that passed the filters. */
  private record Document(String jar, String path, String text) {}

  static void run(Path jars, Path output) throws IOException {
    TreeMap<String, Document> documents = new TreeMap<>();
    try (Stream<Path> files = Files.list(jars)) {
      for (Path jar : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
        read(jar, documents);
      }
    }
    Files.createDirectories(output);
    List<String> index = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    long[] bytes = new long[2];
    int[] count = new int[2];
    try (OutputStream train = stream(output.resolve("train.txt"));
        OutputStream heldOut = stream(output.resolve("heldout.txt"))) {
      documents.forEach(
          (hash, document) -> {
            byte[] whole = HexFormat.of().parseHex(hash);
            long number = Integer.toUnsignedLong(ByteBuffer.wrap(whole).getInt());
            int split = number % HELD_OUT_ONE_IN == 0 ? 1 : 0;
            String text = document.text();
            if ((number / HELD_OUT_ONE_IN) % LICENCE_KEPT_ONE_IN != 0) {
              text = withoutLicence(text);
            }
            if (!seen.add(text)) {
              return;
            }
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            try {
              OutputStream out = split == 1 ? heldOut : train;
              out.write(encoded);
              out.write(0);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            bytes[split] += encoded.length;
            count[split]++;
            index.add(
                String.join(
                    "\t",
                    hash,
                    split == 1 ? "heldout" : "train",
                    document.jar(),
                    document.path(),
                    Integer.toString(encoded.length)));
          });
    }
    Files.write(output.resolve("files.tsv"), index);
    System.out.printf(
        "train: %,d files, %,d bytes; held out: %,d files, %,d bytes%n",
        count[0], bytes[0], count[1], bytes[1]);
  }

  private static OutputStream stream(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
  }

  private static void read(Path jar, TreeMap<String, Document> documents) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (!entry.getName().endsWith(".java") || entry.getSize() > LONGEST_FILE) {
          continue;
        }
        Optional<String> text = clean(zip.getInputStream(entry).readAllBytes());
        if (text.isPresent()) {
          String name = jar.getFileName().toString();
          documents.putIfAbsent(
              hash(text.get()), new Document(name, entry.getName(), text.get()));
        }
      }
    }
  }

  private static Optional<String> clean(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
    text = text.replace("\r\n", "\n").replace('\r', '\n').replace("\t", "    ");
    text = text.replaceAll("[ ]+\n", "\n").strip() + "\n";
    boolean unusable =
        text.length() < 200
            || text.indexOf('\0') >= 0
            || text.indexOf('\uFEFF') >= 0
            || text.lines().anyMatch(line -> line.length() > LONGEST_LINE)
            || text.lines().limit(40).anyMatch(Collect::saysGenerated);
    return unusable ? Optional.empty() : Optional.of(text);
  }

  private static boolean saysGenerated(String line) {
    String lower = line.toLowerCase(java.util.Locale.ROOT);
    return lower.contains("generated by")
        || lower.contains("generated from")
        || lower.contains("do not edit")
        || lower.contains("@generated");
  }

  /** The text from its package line on, if what stands before it is a licence. */
  private static String withoutLicence(String text) {
    int start = text.startsWith("package ") ? 0 : text.indexOf("\npackage ") + 1;
    boolean licence = start > 0 && text.substring(0, start).contains("icense");
    return licence ? text.substring(start) : text;
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
