package org.scholion.architecture;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What manifests, plugin.xml, components and message files say of one another. */
final class ReferenceRules {

	/** Languages that every text for people is there in, besides English. */
	static final List<String> LANGUAGES = List.of("zh");

	private static final Pattern ATTRIBUTE = Pattern.compile("\\s(\\w+)\\s*=\\s*\"([^\"]*)\"");
	private static final Pattern CLASS_NAME = Pattern.compile("org\\.scholion(\\.[a-z][a-z0-9]*)*(\\.[A-Z]\\w*)+(\\$\\w+)?");
	private static final Pattern NLS_FIELD = Pattern.compile("public static String (\\w+(?:\\s*,\\s*\\w+)*)\\s*(?:=\\s*\"\"\\s*)?;");
	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d");

	private ReferenceRules() {
	}

	/** Names of classes in plugin.xml, fragment.xml and components that have no source file in the bundle. */
	static List<String> missingClasses(Path bundle) {
		List<String> found = new ArrayList<>();
		for (Path file : xmlFiles(bundle)) {
			Matcher attributes = ATTRIBUTE.matcher(withoutComments(SourceRules.text(file)));
			while (attributes.find()) {
				String value = attributes.group(2);
				String className = value.replaceFirst("[/:].*", "");
				boolean provided = attributes.group(1).equals("interface") || attributes.group(1).equals("type");
				if (!provided && CLASS_NAME.matcher(className).matches() && !Files.exists(source(bundle, className))) {
					found.add(bundle.relativize(file) + " names the class " + className + ", which has no source here");
				}
				boolean icon = attributes.group(1).equals("icon") && !value.isEmpty() && !value.startsWith("platform:");
				if (icon && !Files.exists(bundle.resolve(value))) {
					found.add(bundle.relativize(file) + " names the icon " + value + ", which is not there");
				}
			}
		}
		return found;
	}

	/** Components that the manifest does not list, and listed ones that are not there. */
	static List<String> components(Path bundle) {
		Set<String> listed = Headers.read(bundle.resolve("META-INF/MANIFEST.MF")).clauses("Service-Component").stream()
				.map(Headers.Clause::name).collect(Collectors.toCollection(TreeSet::new));
		if (listed.contains("OSGI-INF/*.xml")) {
			return List.of();
		}
		Set<String> present = xmlFiles(bundle).stream().map(file -> bundle.relativize(file).toString().replace('\\', '/'))
				.filter(name -> name.startsWith("OSGI-INF/")).collect(Collectors.toCollection(TreeSet::new));
		return difference(listed, present, "Service-Component lists %s, which is not there", "Service-Component does not list %s");
	}

	/** Keys of the Messages classes and of plugin.xml against their property files, both ways and in all languages. */
	static List<String> messages(Path bundle) {
		List<String> found = new ArrayList<>();
		for (Path file : SourceRules.javaFiles(bundle.resolve("src"))) {
			if (SourceRules.text(file).contains("extends NLS")) {
				Set<String> fields = new TreeSet<>();
				Matcher declared = NLS_FIELD.matcher(SourceRules.text(file));
				while (declared.find()) {
					fields.addAll(List.of(declared.group(1).split("\\s*,\\s*")));
				}
				compareKeys(bundle, fields, file.resolveSibling("messages.properties"), found);
			}
		}
		Headers headers = Headers.read(bundle.resolve("META-INF/MANIFEST.MF"));
		Set<String> keys = new TreeSet<>();
		headers.values().values().stream().filter(value -> value.startsWith("%")).forEach(value -> keys.add(value.substring(1)));
		for (Path file : xmlFiles(bundle)) {
			Matcher references = Pattern.compile("(?:=\\s*\"|>\\s*)%([\\w.-]+)").matcher(withoutComments(SourceRules.text(file)));
			while (references.find()) {
				keys.add(references.group(1));
			}
		}
		String base = headers.value("Bundle-Localization").isEmpty() ? "OSGI-INF/l10n/bundle" : headers.value("Bundle-Localization");
		Path file = bundle.resolve(base + ".properties");
		if (!keys.isEmpty() || Files.exists(file)) {
			compareKeys(bundle, keys, file, found);
		}
		return found;
	}

	private static void compareKeys(Path bundle, Set<String> used, Path english, List<String> found) {
		if (!Files.exists(english)) {
			found.add(bundle.relativize(english) + " is missing");
			return;
		}
		Properties texts = properties(english);
		String name = bundle.relativize(english).toString();
		found.addAll(difference(used, texts.stringPropertyNames(), name + " has no text for %s", name + " has %s, which nobody uses"));
		for (String language : LANGUAGES) {
			Path translated = english.resolveSibling(english.getFileName().toString().replace(".properties", "_" + language + ".properties"));
			if (!Files.exists(translated)) {
				found.add(bundle.relativize(translated) + " is missing");
				continue;
			}
			Properties translation = properties(translated);
			String where = bundle.relativize(translated).toString();
			found.addAll(difference(texts.stringPropertyNames(), translation.stringPropertyNames(), where + " does not translate %s",
					where + " has %s, which the English file has not"));
			for (String key : texts.stringPropertyNames()) {
				if (translation.containsKey(key) && placeholders(texts.getProperty(key)) != placeholders(translation.getProperty(key))) {
					found.add(where + ": " + key + " does not fill in what the English text does");
				}
			}
		}
	}

	private static long placeholders(String text) {
		return PLACEHOLDER.matcher(text).results().map(result -> result.group()).distinct().count();
	}

	private static List<String> difference(Set<String> expected, Set<String> present, String missing, String surplus) {
		List<String> found = new ArrayList<>();
		expected.stream().filter(name -> !present.contains(name)).forEach(name -> found.add(missing.formatted(name)));
		present.stream().filter(name -> !expected.contains(name)).sorted().forEach(name -> found.add(surplus.formatted(name)));
		return found;
	}

	private static Path source(Path bundle, String className) {
		String outer = className.replaceFirst("\\$.*", "").replaceFirst("(\\.[A-Z]\\w*)\\..*", "$1");
		return bundle.resolve("src").resolve(outer.replace('.', '/') + ".java");
	}

	private static Properties properties(Path file) {
		Properties properties = new Properties();
		try (StringReader in = new StringReader(SourceRules.text(file))) {
			properties.load(in);
		} catch (IOException e) {
			throw new UncheckedIOException(file.toString(), e);
		}
		return properties;
	}

	private static String withoutComments(String xml) {
		return Pattern.compile("<!--.*?-->", Pattern.DOTALL).matcher(xml).replaceAll("");
	}

	private static List<Path> xmlFiles(Path bundle) {
		List<Path> files = new ArrayList<>(Stream.of("plugin.xml", "fragment.xml").map(bundle::resolve).filter(Files::exists).toList());
		Path components = bundle.resolve("OSGI-INF");
		if (Files.isDirectory(components)) {
			try (Stream<Path> inside = Files.list(components)) {
				inside.filter(file -> file.toString().endsWith(".xml")).sorted().forEach(files::add);
			} catch (IOException e) {
				throw new UncheckedIOException(components.toString(), e);
			}
		}
		return files;
	}
}
