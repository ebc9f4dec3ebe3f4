import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks or applies google-java-format. Run by the build as a source file on JDK 25, because a
 * formatter plugin would run on Maven's own JVM, which may be too old for the language.
 *
 * <p>Arguments: {@code check} or {@code apply}, then the directory whose Java files are meant. Exit
 * code 1 when a file is not formatted or cannot be parsed.
 */
final class Format {

  private Format() {}

  public static void main(String[] arguments) throws Exception {
    List<String> files = javaFiles(Path.of(arguments[1]));
    System.exit(
        switch (arguments[0]) {
          case "check" -> check(files);
          case "apply" -> apply(files);
          default ->
              throw new IllegalArgumentException("check or apply, not '" + arguments[0] + "'");
        });
  }

  private static int check(List<String> files) throws Exception {
    StringWriter unformatted = new StringWriter();
    int exitCode = format("--dry-run", files, unformatted);
    if (!unformatted.toString().isEmpty()) {
      System.err.println(
          "These files are not in google-java-format; `mvn -q -Pformat` formats them:");
      System.err.print(unformatted);
      return 1;
    }
    return exitCode;
  }

  private static int apply(List<String> files) throws Exception {
    return format("--replace", files, new StringWriter());
  }

  private static int format(String mode, List<String> files, StringWriter names) throws Exception {
    PrintWriter problems = new PrintWriter(System.err, true);
    Main formatter =
        new Main(new PrintWriter(names, true), problems, InputStream.nullInputStream());
    return formatter.format(Stream.concat(Stream.of(mode), files.stream()).toArray(String[]::new));
  }

  private static List<String> javaFiles(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.map(Path::toString).filter(path -> path.endsWith(".java")).sorted().toList();
    }
  }
}
