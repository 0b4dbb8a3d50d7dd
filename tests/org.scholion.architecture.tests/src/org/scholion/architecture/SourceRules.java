package org.scholion.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

/** What sources must hold to: sizes, null annotations, no swallowed errors, no blind waits. */
final class SourceRules {

	static final int LINES_OF_A_CLASS = 500;
	static final int LINES_OF_A_METHOD = 60;

	private static final Map<Pattern, String> FORBIDDEN = Map.of(
			Pattern.compile("\\bThread\\.sleep\\("), "waits blindly with Thread.sleep",
			Pattern.compile("^\\s*@Disabled\\b"), "switches a test off",
			Pattern.compile("\\b(TODO|FIXME|XXX)\\b(?!.*#\\d)"), "has a TODO without an issue",
			Pattern.compile("\\bclass \\w+Utils?\\b"), "is a dumping ground by its name");

	private SourceRules() {
	}

	static List<Path> javaFiles(Path folder) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(folder.toString(), e);
		}
	}

	static List<String> packagesWithoutNullDefault(Path sources) {
		Set<Path> packages = new TreeSet<>();
		javaFiles(sources).forEach(file -> packages.add(file.getParent()));
		List<String> found = new ArrayList<>();
		for (Path folder : packages) {
			Path info = folder.resolve("package-info.java");
			if (!Files.exists(info) || !text(info).contains("@NonNullByDefault") && !text(info).contains(".NonNullByDefault")) {
				found.add(sources.relativize(folder) + " has no package-info.java with @NonNullByDefault");
			}
		}
		return found;
	}

	static List<String> forbiddenText(Path sources) {
		List<String> found = new ArrayList<>();
		for (Path file : javaFiles(sources)) {
			List<String> lines = text(file).lines().toList();
			for (int i = 0; i < lines.size(); i++) {
				int number = i + 1;
				String line = lines.get(i);
				FORBIDDEN.forEach((pattern, message) -> {
					if (pattern.matcher(line).find()) {
						found.add(sources.relativize(file) + ":" + number + " " + message);
					}
				});
			}
		}
		return found;
	}

	/** Long classes and methods, and catch blocks with nothing in them, not even a comment. */
	static List<String> structure(Path sources) {
		List<Path> files = javaFiles(sources);
		if (files.isEmpty()) {
			return List.of();
		}
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		List<String> found = new ArrayList<>();
		try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
			Iterable<? extends JavaFileObject> units = manager.getJavaFileObjectsFromPaths(files);
			JavacTask task = (JavacTask) compiler.getTask(null, manager, diagnostic -> {
				// the compiler of the build reports problems; here the syntax tree is enough
			}, List.of("-proc:none"), null, units);
			SourcePositions positions = Trees.instance(task).getSourcePositions();
			for (CompilationUnitTree unit : task.parse()) {
				String name = sources.relativize(Path.of(unit.getSourceFile().toUri())).toString();
				String source = unit.getSourceFile().getCharContent(true).toString();
				long lines = source.lines().count();
				if (lines > LINES_OF_A_CLASS) {
					found.add(name + " has " + lines + " lines, more than " + LINES_OF_A_CLASS);
				}
				new Structure(name, source, unit, positions, found).scan(unit, null);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(sources.toString(), e);
		}
		return found;
	}

	private static final class Structure extends TreeScanner<Void, Void> {
		private final String name;
		private final String source;
		private final CompilationUnitTree unit;
		private final SourcePositions positions;
		private final List<String> found;

		Structure(String name, String source, CompilationUnitTree unit, SourcePositions positions, List<String> found) {
			this.name = name;
			this.source = source;
			this.unit = unit;
			this.positions = positions;
			this.found = found;
		}

		@Override
		public Void visitMethod(MethodTree method, Void nothing) {
			if (method.getBody() != null) {
				LineMap lines = unit.getLineMap();
				long first = lines.getLineNumber(Math.max(0, positions.getStartPosition(unit, method)));
				long last = lines.getLineNumber(Math.max(0, positions.getEndPosition(unit, method)));
				if (last - first + 1 > LINES_OF_A_METHOD) {
					found.add(name + ": the method " + method.getName() + " has " + (last - first + 1) + " lines, more than "
							+ LINES_OF_A_METHOD);
				}
			}
			return super.visitMethod(method, nothing);
		}

		@Override
		public Void visitCatch(CatchTree caught, Void nothing) {
			int start = (int) positions.getStartPosition(unit, caught.getBlock());
			int end = (int) positions.getEndPosition(unit, caught.getBlock());
			if (source.substring(start + 1, end - 1).isBlank()) {
				found.add(name + ":" + unit.getLineMap().getLineNumber(start) + " swallows an exception in an empty catch block");
			}
			return super.visitCatch(caught, nothing);
		}
	}

	static String text(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException(file.toString(), e);
		}
	}
}
