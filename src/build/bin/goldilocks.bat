@echo off
rem Starts the Goldilocks window, or with arguments one of its commands.
rem GOLDILOCKS_JAVA_OPTIONS adds options for the Java machine.
setlocal

set "NEEDED=25"
for %%d in ("%~dp0..") do set "GOLDILOCKS_HOME=%%~fd"

set "JAVA_PROGRAM="
if defined JAVA_HOME call :consider "%JAVA_HOME%\bin\java.exe"
if not defined JAVA_PROGRAM for %%j in (java.exe) do call :consider "%%~$PATH:j"
if not defined JAVA_PROGRAM for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*") do call :consider "%%~fd\bin\java.exe"
if not defined JAVA_PROGRAM (
  echo Goldilocks needs Java %NEEDED% or newer and found none; install one, for example Temurin %NEEDED% from https://adoptium.net, or set JAVA_HOME to it. 1>&2
  exit /b 2
)

rem The window is to be there soon: these options shorten the time that takes. Java keeps the loaded
rem classes in the archive at its first exit.
set "JVM_OPTIONS=-XX:+UseSerialGC -XX:-UsePerfData"
if "%~1"=="" set "JVM_OPTIONS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable"
if "%~1"=="" if not exist "%LOCALAPPDATA%\goldilocks\cache" mkdir "%LOCALAPPDATA%\goldilocks\cache" 2>nul
if "%~1"=="" if exist "%LOCALAPPDATA%\goldilocks\cache" set JVM_OPTIONS=%JVM_OPTIONS% -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%LOCALAPPDATA%\goldilocks\cache\window-classes.jsa"

"%JAVA_PROGRAM%" --module-path "%GOLDILOCKS_HOME%\lib\javafx" --add-modules javafx.controls,javafx.fxml --enable-native-access=javafx.graphics,ALL-UNNAMED "-Dgoldilocks.home=%GOLDILOCKS_HOME%" %JVM_OPTIONS% %GOLDILOCKS_JAVA_OPTIONS% -classpath "%GOLDILOCKS_HOME%\lib\*" dev.goldilocks.Main %*
exit /b %ERRORLEVEL%

rem Takes a Java program if none is taken yet, and it is there and new enough.
:consider
if defined JAVA_PROGRAM exit /b
if not exist "%~1" exit /b
for /f "tokens=3" %%v in ('""%~1" -version 2^>^&1" ^| findstr /c:" version "') do for /f "delims=." %%m in ("%%~v") do if %%m GEQ %NEEDED% set "JAVA_PROGRAM=%~1"
exit /b
