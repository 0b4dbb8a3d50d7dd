package org.scholion.cli.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.osgi.util.NLS;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What stands behind the name of a command. */
public final class Arguments {

    private final ParseResult parsed;

    public Arguments(ParseResult parsed) {
        this.parsed = parsed;
    }

    /** An option without a value. */
    public static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names).arity("0").type(boolean.class).description(description).build();
    }

    /** An option with a value; the last one given counts. */
    public static OptionSpec value(String label, String description, String... names) {
        return OptionSpec.builder(names).arity("1").type(String.class).paramLabel(label).description(description).build();
    }

    /** An option with values between commas; may be repeated. */
    public static OptionSpec values(String label, String description, String... names) {
        return OptionSpec.builder(names)
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .splitRegex(",")
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** What is given without an option. */
    public static PositionalParamSpec positional(String arity, String label, String description) {
        return PositionalParamSpec.builder()
                .index(arity.endsWith("*") ? "0..*" : "0")
                .arity(arity)
                .required(!arity.startsWith("0"))
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    public boolean has(String option) {
        return parsed.hasMatchedOption(option);
    }

    public Optional<String> value(String option) {
        return has(option) ? Optional.of(String.valueOf((Object) parsed.matchedOption(option).getValue())) : Optional.empty();
    }

    /**
     * The value of an option that takes one of a few words.
     *
     * @param name the word for a choice
     * @param otherwise the choice when the option is not given
     */
    public <T> T choice(String option, List<T> choices, Function<T, String> name, T otherwise) throws UsageException {
        Optional<String> given = value(option);
        return given.isPresent() ? choose(option, given.get(), choices, name) : otherwise;
    }

    /** The values of an option that takes several of a few words; empty when it is not given. */
    public <T> List<T> choices(String option, List<T> choices, Function<T, String> name) throws UsageException {
        List<T> chosen = new ArrayList<>();
        if (has(option)) {
            for (Object word : (List<?>) parsed.matchedOption(option).getValue()) {
                chosen.add(choose(option, String.valueOf(word).strip(), choices, name));
            }
        }
        return chosen;
    }

    /** The values of an option that takes several of any; empty when it is not given. */
    public List<String> values(String option) {
        return has(option)
                ? ((List<?>) parsed.matchedOption(option).getValue()).stream().map(word -> String.valueOf(word).strip()).toList()
                : List.of();
    }

    /** What was given without an option, in order. */
    public List<String> positionals() {
        List<PositionalParamSpec> matched = parsed.matchedPositionals();
        if (matched.isEmpty()) {
            return List.of();
        }
        return ((List<?>) matched.getFirst().getValue()).stream().map(String::valueOf).toList();
    }

    private static <T> T choose(String option, String word, List<T> choices, Function<T, String> name) throws UsageException {
        for (T choice : choices) {
            if (name.apply(choice).equals(word)) {
                return choice;
            }
        }
        String all = String.join(", ", choices.stream().map(name).toList());
        throw new UsageException(NLS.bind(Messages.usage_notAChoice, new Object[] {option, word, all}));
    }
}
