@echo off
rem Starts Scholion on Windows: scholion alone opens the application, scholion COMMAND ... runs the command line.
setlocal
set "HERE=%~dp0"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if defined SCHOLION_JAVA_HOME set "JAVA=%SCHOLION_JAVA_HOME%\bin\java"
if exist "%HERE%runtime\bin\java.exe" set "JAVA=%HERE%runtime\bin\java"
for %%L in ("%HERE%plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%L"
set "CACHE=%LOCALAPPDATA%\scholion\cache"
set OPTIONS="-Djava.util.logging.config.file=%HERE%logging.properties" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED
set OPTIONS=%OPTIONS% -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %SCHOLION_JAVA_OPTS%
"%JAVA%" --version >nul 2>&1
if errorlevel 1 (
    echo scholion: no Java 21 or newer was found. To get one: winget install EclipseAdoptium.Temurin.25.JDK 1>&2
    exit /b 4
)
if "%~1"=="" (
    start "" "%JAVA%w" %OPTIONS% -jar "%LAUNCHER%" -nosplash -configuration "%CACHE%\application" -data "%LOCALAPPDATA%\scholion\workspace"
    exit /b 0
)
"%JAVA%" %OPTIONS% -XX:TieredStopAtLevel=1 -Djava.awt.headless=true -jar "%LAUNCHER%" -nosplash -application org.scholion.cli.application -data @none -configuration "%CACHE%\command-line" %*
exit /b %ERRORLEVEL%
