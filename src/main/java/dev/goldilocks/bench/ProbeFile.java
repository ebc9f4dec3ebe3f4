package dev.goldilocks.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A probe as one JSON document: what was measured, from which it is read again, and the figures
 * that follow, which are worked out anew. Units stand in names; undefined figures are {@code null}.
 * {@code docs/probe-file.md} says what each field means.
 */
public final class ProbeFile {

  /** The {@code format} of the document. */
  public static final String FORMAT = "goldilocks-probe";

  /** The newest {@code version} that this program reads, and the one it writes. */
  public static final int VERSION = 1;

  private final JsonMapper mapper = mapper();

  /** A mapper that names precisions as people do. */
  static JsonMapper mapper() {
    return RunJson.mapper()
        .rebuild()
        .addModule(labels())
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .build();
  }

  /** The document, indented, with a line break at its end. */
  public String write(Probe probe) {
    ObjectNode document = mapper.createObjectNode();
    document.put("format", FORMAT);
    document.put("version", VERSION);
    document.set("measured", mapper.valueToTree(probe));
    document.set("figures", figures(ProbeFigures.of(probe), probe));
    return document.toPrettyString() + "\n";
  }

  /**
   * The probe that a document holds.
   *
   * @throws ProblemException when it is none, damaged, or of a newer version
   */
  public Probe read(String text) {
    try {
      JsonNode document = mapper.readTree(text);
      if (!document.path("format").asText().equals(FORMAT)) {
        throw new ProblemException("This is not a probe: \"format\" is not \"" + FORMAT + "\".");
      }
      if (document.path("version").asInt() != VERSION) {
        throw new ProblemException(
            "The probe has version %s, and this Goldilocks reads version %d; measure again."
                .formatted(document.path("version").asText("?"), VERSION));
      }
      return probe(document.path("measured"));
    } catch (JsonProcessingException e) {
      throw damaged(e);
    }
  }

  private Probe probe(JsonNode measured) throws JsonProcessingException {
    if (measured instanceof ObjectNode fields && !fields.has("conditions")) {
      // Written before they were kept.
      fields.set("conditions", mapper.valueToTree(ProbeConditions.UNKNOWN));
    }
    measured.path("models").forEach(OlderJournal::renewModel);
    return Optional.ofNullable(mapper.treeToValue(measured, Probe.class))
        .orElseThrow(() -> damaged(null));
  }

  private static ProblemException damaged(JsonProcessingException cause) {
    return new ProblemException("The probe's file is damaged; measure again.", cause);
  }

  private ObjectNode figures(ProbeFigures figures, Probe probe) {
    ObjectNode node = mapper.createObjectNode();
    put(node, "draftStep", figures.draftStep());
    put(node, "draftStepMs", probe.draftCalls().stepMs());
    put(node, "bestPossibleSpeedup", figures.best().map(ProbeFigures.Outlook::bestPossible));
    ArrayNode passes = node.putArray("passes");
    figures.passes().forEach(pass -> put(passes.addObject(), pass));
    ArrayNode outlooks = node.putArray("byDraftTokens");
    figures.outlooks().forEach(outlook -> put(outlooks.addObject(), outlook));
    return node;
  }

  private static void put(ObjectNode node, ProbeFigures.PassFigures pass) {
    node.put("tokens", pass.tokens());
    put(node, "passMs", pass.passMs());
    put(node, "memoryFloorMs", pass.floor().memoryMs());
    put(node, "computeFloorMs", pass.floor().computeMs());
    put(node, "memoryShare", pass.regime().memoryShare());
    put(node, "computeShare", pass.regime().computeShare());
    put(node, "overheadShare", pass.regime().overheadShare());
    node.put("bound", pass.regime().bound().name().toLowerCase(Locale.ROOT));
  }

  private static void put(ObjectNode node, ProbeFigures.Outlook outlook) {
    node.put("draftTokens", outlook.draftTokens());
    put(node, "draftStep", outlook.cost().draftStep());
    put(node, "verifyEfficiency", outlook.cost().verifyEfficiency());
    put(node, "breakEvenAlpha", outlook.breakEvenAlpha());
    put(node, "bestPossibleSpeedup", outlook.bestPossible());
  }

  private static void put(ObjectNode node, String name, Optional<Double> figure) {
    put(node, name, figure.orElse(Double.NaN));
  }

  private static void put(ObjectNode node, String name, double figure) {
    node.put(name, Double.isFinite(figure) ? (Double) figure : null);
  }

  /** Precisions by the names that people use. */
  private static SimpleModule labels() {
    SimpleModule module = new SimpleModule();
    module.addSerializer(Precision.class, new Label());
    module.addKeySerializer(Precision.class, new LabelAsKey());
    module.addDeserializer(Precision.class, new OfLabel());
    module.addKeyDeserializer(Precision.class, new OfLabelAsKey());
    return module;
  }

  private static Optional<Precision> ofLabel(String label) {
    return Arrays.stream(Precision.values())
        .filter(precision -> precision.label().equals(label))
        .findFirst();
  }

  private static final class Label extends StdScalarSerializer<Precision> {
    private static final long serialVersionUID = 1L;

    Label() {
      super(Precision.class);
    }

    @Override
    public void serialize(Precision value, JsonGenerator out, SerializerProvider context)
        throws IOException {
      out.writeString(value.label());
    }
  }

  private static final class LabelAsKey extends StdSerializer<Precision> {
    private static final long serialVersionUID = 1L;

    LabelAsKey() {
      super(Precision.class);
    }

    @Override
    public void serialize(Precision value, JsonGenerator out, SerializerProvider context)
        throws IOException {
      out.writeFieldName(value.label());
    }
  }

  private static final class OfLabel extends StdScalarDeserializer<Precision> {
    private static final long serialVersionUID = 1L;

    OfLabel() {
      super(Precision.class);
    }

    @Override
    public Precision deserialize(JsonParser in, DeserializationContext context) throws IOException {
      Optional<Precision> known = ofLabel(in.getText());
      return known.isPresent()
          ? known.get()
          : (Precision)
              context.handleWeirdStringValue(Precision.class, in.getText(), "no precision");
    }
  }

  private static final class OfLabelAsKey extends KeyDeserializer {

    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
      Optional<Precision> known = ofLabel(key);
      return known.isPresent()
          ? known.get()
          : context.handleWeirdKey(Precision.class, key, "no precision");
    }
  }
}
