package dev.goldilocks.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plan of a run in JSON: every prompt once, and pairs that name theirs by its place in that
 * list. A plan may have thousands of pairs on prompts of many pages, and must stay one line.
 */
final class PlannedJson {

  private PlannedJson() {}

  /** Teaches a module this form. */
  static void addTo(SimpleModule module) {
    module.addSerializer(RunEvent.Planned.class, new Writer());
    module.addDeserializer(RunEvent.Planned.class, new Reader());
  }

  /** The fields of the event beside its name. */
  private record Line(List<Prompt> prompts, List<Pair> pairs) {

    Line {
      if (prompts.contains(null) || pairs.contains(null)) {
        throw new IllegalArgumentException("a prompt or pair is null");
      }
    }

    static Line of(List<PairPlan> plans) {
      Map<Prompt, Integer> places = new LinkedHashMap<>();
      List<Pair> pairs = new ArrayList<>(plans.size());
      for (PairPlan plan : plans) {
        places.putIfAbsent(plan.prompt(), places.size());
        pairs.add(
            new Pair(
                plan.index(),
                places.get(plan.prompt()),
                plan.length(),
                plan.repeat(),
                plan.first()));
      }
      return new Line(new ArrayList<>(places.keySet()), pairs);
    }

    /**
     * @throws IndexOutOfBoundsException when a pair names a prompt that is not there
     * @throws IllegalArgumentException when a pair is not possible
     */
    List<PairPlan> plans() {
      return pairs.stream().map(pair -> pair.plan(prompts)).toList();
    }
  }

  /** A pair whose prompt is a place in the list of prompts. */
  private record Pair(int index, int prompt, DraftLength draftTokens, int repeat, Side first) {

    PairPlan plan(List<Prompt> prompts) {
      return new PairPlan(index, prompts.get(prompt), draftTokens, repeat, first);
    }
  }

  private static final class Writer extends StdSerializer<RunEvent.Planned> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(RunEvent.Planned.class);
    }

    @Override
    public void serialize(RunEvent.Planned planned, JsonGenerator out, SerializerProvider context)
        throws IOException {
      out.writeStartObject();
      writeFields(planned, out, context);
      out.writeEndObject();
    }

    @Override
    public void serializeWithType(
        RunEvent.Planned planned,
        JsonGenerator out,
        SerializerProvider context,
        TypeSerializer names)
        throws IOException {
      WritableTypeId name =
          names.writeTypePrefix(out, names.typeId(planned, JsonToken.START_OBJECT));
      writeFields(planned, out, context);
      names.writeTypeSuffix(out, name);
    }

    private static void writeFields(
        RunEvent.Planned planned, JsonGenerator out, SerializerProvider context)
        throws IOException {
      Line line = Line.of(planned.pairs());
      context.defaultSerializeField("prompts", line.prompts(), out);
      context.defaultSerializeField("pairs", line.pairs(), out);
    }
  }

  private static final class Reader extends StdDeserializer<RunEvent.Planned> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(RunEvent.Planned.class);
    }

    @Override
    public RunEvent.Planned deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      Line line = context.readValue(in, Line.class);
      try {
        return new RunEvent.Planned(line.plans());
      } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
        throw JsonMappingException.from(in, "the plan is not possible", e);
      }
    }
  }
}
