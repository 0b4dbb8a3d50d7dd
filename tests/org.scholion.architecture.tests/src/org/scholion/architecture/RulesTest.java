package org.scholion.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules find what they are there to find. */
class RulesTest {

	private static final DesignTable TABLE = DesignTable.parse("""
			| org.scholion.… | responsibility | may import | found as a service |
			| --- | --- | --- | --- |
			| text | ranges | nothing | |
			| manuscript | papers | text | |
			| manuscript.latex | LaTeX | manuscript, text | yes |
			| cli | commands | manuscript, text, picocli | |

			| name | packages and bundles |
			| --- | --- |
			| always | java.\\*, org.slf4j.\\*, org.eclipse.jdt.annotation |
			| picocli | picocli.\\* |
			""".lines().toList());

	@TempDir
	Path folder;

	@Test
	void aManifestThatKeepsTheRulesPasses() throws IOException {
		assertEquals(List.of(), violations("org.scholion.cli", """
				Import-Package: org.eclipse.jdt.annotation;resolution:=optional,
				 org.scholion.manuscript,
				 org.scholion.text;version="[0.1,0.2)",
				 org.slf4j;version="[2.0,3)",
				 picocli;version="[4.7,5)"
				Export-Package: org.scholion.cli;version="0.1.0",
				 org.scholion.cli.internal;x-friends:="org.scholion.cli.tests"
				"""));
	}

	@Test
	void whatTheTableDoesNotNameIsNotImported() throws IOException {
		assertEquals(List.of("the table does not allow org.scholion.manuscript"),
				violations("org.scholion.text", "Import-Package: org.scholion.manuscript\n"));
		assertEquals(List.of("the table does not allow picocli"),
				violations("org.scholion.text", "Import-Package: picocli;version=\"[4.7,5)\"\n"));
	}

	@Test
	void aServiceOnlyBundleIsImportedByNobody() throws IOException {
		assertEquals(List.of("org.scholion.manuscript.latex.internal belongs to org.scholion.manuscript.latex, which is found as a service and imported by nobody"),
				violations("org.scholion.cli", "Import-Package: org.scholion.manuscript.latex.internal\n"));
	}

	@Test
	void thePlatformIsForFewBundles() throws IOException {
		assertEquals(List.of("org.eclipse.core.runtime is the Platform's, which is for jobs, ui, app and cli alone"),
				violations("org.scholion.text", "Require-Bundle: org.eclipse.core.runtime\n"));
	}

	@Test
	void bundlesOfOursAreNotRequiredAndNothingIsReexported() throws IOException {
		assertEquals(List.of("Require-Bundle reexports org.scholion.text", "Require-Bundle names org.scholion.text; import its packages"),
				violations("org.scholion.manuscript", "Require-Bundle: org.scholion.text;visibility:=reexport\n"));
	}

	@Test
	void aLibraryIsImportedWithARange() throws IOException {
		assertEquals(List.of("the import of picocli has no version range"), violations("org.scholion.cli", "Import-Package: picocli\n"));
	}

	@Test
	void exportsAreOwnVersionedAndNotInternal() throws IOException {
		assertEquals(List.of("the exported package org.scholion.other does not start with the name of the bundle",
				"the exported package org.scholion.text.more has no version",
				"the internal package org.scholion.text.internal is exported to everybody"),
				violations("org.scholion.text", """
						Export-Package: org.scholion.other;version="0.1.0",
						 org.scholion.text.more,
						 org.scholion.text.internal;version="0.1.0"
						"""));
	}

	@Test
	void aBundleIsIdentified() throws IOException {
		Path bundle = folder.resolve("org.scholion.unknown");
		write(bundle.resolve("META-INF/MANIFEST.MF"), """
				Manifest-Version: 1.0
				Bundle-SymbolicName: org.scholion.new;singleton:=true
				Bundle-Version: 1.0.0
				Bundle-Activator: org.scholion.Activator
				""");
		assertEquals(List.of("the folder is not named like the bundle org.scholion.new",
				"Bundle-RequiredExecutionEnvironment is not JavaSE-21", "Automatic-Module-Name is not org.scholion.new",
				"Bundle-Version does not end in .qualifier", "there is a Bundle-Activator; use a component",
				"there is no row in releng/docs/architecture.md"), new ManifestRules(TABLE).violations(bundle));
	}

	@Test
	void theTableNamesOnlyWhatExists() {
		List<String> lines = List.of("| org.scholion.… | r | may import | s |", "| --- |", "| text | r | nowhere | |");
		assertThrows(IllegalArgumentException.class, () -> DesignTable.parse(lines));
	}

	@Test
	void longMethodsAndEmptyCatchBlocksAreFound() throws IOException {
		write(folder.resolve("p/A.java"), """
				package p;
				class A {
					void swallow() {
						try {
							toString();
						} catch (RuntimeException e) {
						}
					}
					void said() {
						try {
							toString();
						} catch (RuntimeException e) {
							// toString never fails here
						}
					}
					void longMethod() {
				%s	}
				}
				""".formatted("\t\ttoString();\n".repeat(SourceRules.LINES_OF_A_METHOD)));
		List<String> found = SourceRules.structure(folder);
		assertEquals(2, found.size(), found.toString());
		assertTrue(found.get(0).contains("empty catch") && found.get(1).contains("longMethod"), found.toString());
	}

	@Test
	void packagesWithoutNullDefaultAreFound() throws IOException {
		write(folder.resolve("p/A.java"), "package p; class A { }");
		assertEquals(1, SourceRules.packagesWithoutNullDefault(folder).size());
		write(folder.resolve("p/package-info.java"), "@org.eclipse.jdt.annotation.NonNullByDefault\npackage p;");
		assertEquals(List.of(), SourceRules.packagesWithoutNullDefault(folder));
	}

	@Test
	void textsWithoutTranslationAndUnknownClassesAreFound() throws IOException {
		write(folder.resolve("META-INF/MANIFEST.MF"), "Manifest-Version: 1.0\nBundle-Localization: plugin\nService-Component: OSGI-INF/a.xml\n");
		write(folder.resolve("plugin.xml"), "<plugin><a class=\"org.scholion.x.Gone\" name=\"%used\" icon=\"icons/no.png\"/></plugin>");
		write(folder.resolve("plugin.properties"), "surplus=Not used {0}\n");
		write(folder.resolve("plugin_zh.properties"), "surplus=\\u4E00\n");
		assertEquals(List.of("plugin.properties has no text for used", "plugin.properties has surplus, which nobody uses",
				"plugin_zh.properties: surplus does not fill in what the English text does"), ReferenceRules.messages(folder));
		assertEquals(List.of("plugin.xml names the class org.scholion.x.Gone, which has no source here",
				"plugin.xml names the icon icons/no.png, which is not there"), ReferenceRules.missingClasses(folder));
		assertEquals(List.of("Service-Component lists OSGI-INF/a.xml, which is not there"), ReferenceRules.components(folder));
	}

	private List<String> violations(String name, String headers) throws IOException {
		Path bundle = folder.resolve(name);
		write(bundle.resolve("META-INF/MANIFEST.MF"), """
				Manifest-Version: 1.0
				Bundle-SymbolicName: %s;singleton:=true
				Bundle-Version: 0.1.0.qualifier
				Bundle-RequiredExecutionEnvironment: JavaSE-21
				Automatic-Module-Name: %s
				%s""".formatted(name, name, headers));
		return new ManifestRules(TABLE).violations(bundle);
	}

	private static void write(Path file, String text) throws IOException {
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}
}
