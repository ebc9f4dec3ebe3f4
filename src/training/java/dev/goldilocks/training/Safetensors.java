package dev.goldilocks.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes safetensors files: a length, a JSON header, and the tensors' bytes. */
final class Safetensors {
  private Safetensors() {}

  /** A tensor in f32. The arrays are its own, and millions long: they are not copied. */
  @SuppressWarnings("ArrayRecordComponent")
  record Tensor(long[] shape, float[] values) {}

  /** What a file holds besides its tensors. */
  record Content(Map<String, String> metadata, Map<String, Tensor> tensors) {}

  /** How values are stored. */
  enum Precision {
    F32(4),
    BF16(2);

    private final int size;

    Precision(int size) {
      this.size = size;
    }
  }

  /** Writes a file so that it is whole or absent, whatever happens in between. */
  static void write(Path file, Content content, Precision precision) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode header = mapper.createObjectNode();
    ObjectNode metadata = header.putObject("__metadata__");
    content.metadata.forEach(metadata::put);
    long offset = 0;
    for (Map.Entry<String, Tensor> entry : content.tensors.entrySet()) {
      ObjectNode node = header.putObject(entry.getKey()).put("dtype", precision.name());
      for (long size : entry.getValue().shape) {
        node.withArray("shape").add(size);
      }
      long end = offset + (long) entry.getValue().values.length * precision.size;
      node.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    String text = mapper.writeValueAsString(header);
    byte[] bytes =
        (text + " ".repeat((8 - text.length() % 8) % 8)).getBytes(StandardCharsets.UTF_8);
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try (FileChannel channel =
        FileChannel.open(
            partial,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      put(channel, little(8).putLong(bytes.length).flip());
      put(channel, ByteBuffer.wrap(bytes));
      for (Tensor tensor : content.tensors.values()) {
        put(channel, encode(tensor.values, precision));
      }
      channel.force(true);
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Reads a file of f32 tensors. */
  static Content read(Path file) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int headerSize = Math.toIntExact(all.getLong());
    byte[] header = new byte[headerSize];
    all.get(header);
    Map<String, String> metadata = new LinkedHashMap<>();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : new ObjectMapper().readTree(header).properties()) {
      JsonNode node = field.getValue();
      if (field.getKey().equals("__metadata__")) {
        node.properties().forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
        continue;
      }
      if (!node.get("dtype").asText().equals("F32")) {
        throw new IOException(file + ": " + field.getKey() + " is not F32");
      }
      List<Long> shape = new ArrayList<>();
      node.get("shape").forEach(size -> shape.add(size.asLong()));
      int from = node.get("data_offsets").get(0).asInt();
      int to = node.get("data_offsets").get(1).asInt();
      float[] values = new float[(to - from) / 4];
      all.slice(8 + headerSize + from, to - from)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values);
      tensors.put(
          field.getKey(), new Tensor(shape.stream().mapToLong(Long::longValue).toArray(), values));
    }
    return new Content(metadata, tensors);
  }

  private static ByteBuffer encode(float[] values, Precision precision) {
    ByteBuffer buffer = little(values.length * precision.size);
    for (float value : values) {
      switch (precision) {
        case F32 -> buffer.putFloat(value);
        case BF16 -> buffer.putShort(bf16(value));
      }
    }
    return buffer.flip();
  }

  /** The nearest bf16 number, ties to even. */
  static short bf16(float value) {
    int bits = Float.floatToRawIntBits(value);
    return (short) ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16);
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void put(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
