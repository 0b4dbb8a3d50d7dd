package org.scholion.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bundle of the product keeps the rules of the house. */
class HouseTest {

	private static final DesignTable TABLE = DesignTable.read(Checkout.root().resolve("releng/docs/architecture.md"));

	static Stream<Path> bundles() {
		return Checkout.bundles().stream();
	}

	static Stream<Path> tests() {
		return Checkout.tests().stream();
	}

	@Test
	void thereAreBundles() {
		assertTrue(Checkout.bundles().size() > 1);
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void theManifestKeepsToTheTable(Path bundle) {
		none(new ManifestRules(TABLE).violations(bundle));
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void everyPackageIsNonNullByDefault(Path bundle) {
		none(SourceRules.packagesWithoutNullDefault(bundle.resolve("src")));
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void classesAndMethodsAreShort(Path bundle) {
		none(SourceRules.structure(bundle.resolve("src")));
	}

	@ParameterizedTest
	@MethodSource({ "bundles", "tests" })
	void sourcesHaveNoBlindWaitsAndLooseEnds(Path module) {
		// the rules themselves name what they forbid
		if (!module.getFileName().toString().equals("org.scholion.architecture.tests")) {
			none(SourceRules.forbiddenText(module.resolve("src")));
		}
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void namedClassesAndIconsExist(Path bundle) {
		none(ReferenceRules.missingClasses(bundle));
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void componentsAreListed(Path bundle) {
		none(ReferenceRules.components(bundle));
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void textsAndKeysMatchInAllLanguages(Path bundle) {
		none(ReferenceRules.messages(bundle));
	}

	@Test
	void everyModuleIsBuilt() {
		String pom = SourceRules.text(Checkout.root().resolve("pom.xml"));
		List<String> missing = new ArrayList<>();
		for (Path module : Stream.concat(bundles(), tests()).toList()) {
			String name = module.getParent().getFileName() + "/" + module.getFileName();
			if (Files.exists(module.resolve("pom.xml")) && !pom.contains("<module>" + name + "</module>")) {
				missing.add(name + " is no module of the root pom.xml");
			}
		}
		none(missing);
	}

	@Test
	void testsAreCompiledWithTheSettingsOfTheBundlesButForNullAnalysisAndProvisionalTypes() {
		Path settings = Checkout.root().resolve("releng/jdt");
		List<String> bundles = options(settings.resolve("org.eclipse.jdt.core.prefs"));
		List<String> tests = options(settings.resolve("tests.prefs"));
		List<String> different = new ArrayList<>(bundles);
		different.removeAll(tests);
		assertEquals(bundles.size(), tests.size());
		assertEquals(List.of("org.eclipse.jdt.core.compiler.annotation.nullanalysis=enabled",
				"org.eclipse.jdt.core.compiler.annotation.missingNonNullByDefaultAnnotation=error",
				"org.eclipse.jdt.core.compiler.problem.discouragedReference=error"), different);
	}

	private static List<String> options(Path file) {
		return SourceRules.text(file).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
	}

	private static void none(List<String> violations) {
		assertTrue(violations.isEmpty(), () -> String.join("\n", violations));
	}
}
