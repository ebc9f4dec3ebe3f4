package dev.goldilocks.problem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file cannot be written, in words for a sentence that names the file. */
public final class FileReason {

  private static final String NOT_A_DIRECTORY = "a part of its path is not a directory";

  private FileReason() {}

  /** The reason, without the name of a Java type. */
  public static String of(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "writing there is not allowed";
      case NotDirectoryException _ -> NOT_A_DIRECTORY;
      case FileAlreadyExistsException _ -> NOT_A_DIRECTORY;
      case NoSuchFileException _ -> "its directory is not there and cannot be made";
      case FileSystemException failure when "Not a directory".equals(failure.getReason()) ->
          NOT_A_DIRECTORY;
      case FileSystemException failure when failure.getReason() != null -> failure.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
