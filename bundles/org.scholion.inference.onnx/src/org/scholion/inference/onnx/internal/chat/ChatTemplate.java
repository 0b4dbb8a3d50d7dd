package org.scholion.inference.onnx.internal.chat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.Prompt.Message;
import org.scholion.inference.onnx.internal.chat.Values.Function;

/**
 * The template of a model that turns a conversation into one text, in Jinja as transformers runs it. Immutable. What it does is bounded:
 * a template that loops, calls itself or grows ends with a message.
 */
public final class ChatTemplate {

    private final String owner;
    private final List<Statement> statements;

    private ChatTemplate(String owner, List<Statement> statements) {
        this.owner = owner;
        this.statements = statements;
    }

    /**
     * @param owner the file or folder that it comes from, for messages
     * @throws ModelException when it is no template of the kind that is understood
     */
    public static ChatTemplate of(String source, String owner) throws ModelException {
        try {
            return new ChatTemplate(owner, Parser.parse(source));
        } catch (TemplateError e) {
            throw new ModelException(NLS.bind(Messages.Template_broken, owner, e.getMessage()), e);
        }
    }

    /**
     * The text that a model goes on from to answer the conversation.
     *
     * @param specials what the template may ask for by name, such as {@code bos_token}
     * @param today for templates that write the date
     * @throws ModelException when the template refuses the conversation, such as one that begins with an answer, or does not end
     */
    public String render(List<Message> messages, Map<String, String> specials, LocalDate today) throws ModelException {
        List<Object> conversation = new ArrayList<>();
        long length = 0;
        for (Message message : messages) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("role", message.role().name().toLowerCase(Locale.ROOT));
            map.put("content", message.text());
            conversation.add(map);
            length += message.text().length();
        }
        Map<String, Object> variables = new LinkedHashMap<>(specials);
        variables.put("messages", conversation);
        variables.put("add_generation_prompt", Boolean.TRUE);
        variables.put("raise_exception", (Function) (positional, named) -> {
            throw new TemplateError(Values.text(Methods.argument(positional, 0)));
        });
        variables.put("strftime_now", (Function) (positional, named) ->
                date(Values.text(Methods.argument(positional, 0)), today));
        try {
            return new Renderer(new Budget(length), variables).render(statements);
        } catch (TemplateError e) {
            throw new ModelException(NLS.bind(Messages.Template_failed, owner, e.getMessage()), e);
        }
    }

    /** The day in the notation of {@code strftime}; hours are those of midnight. */
    private static String date(String form, LocalDate today) {
        StringBuilder text = new StringBuilder();
        LocalDateTime time = today.atStartOfDay();
        for (int i = 0; i < form.length(); i++) {
            if (form.charAt(i) != '%' || i + 1 == form.length()) {
                text.append(form.charAt(i));
                continue;
            }
            i++;
            text.append(switch (form.charAt(i)) {
                case 'd' -> formatted("dd", time);
                case 'e' -> "%2d".formatted(time.getDayOfMonth());
                case 'm' -> formatted("MM", time);
                case 'b', 'h' -> formatted("MMM", time);
                case 'B' -> formatted("MMMM", time);
                case 'a' -> formatted("EEE", time);
                case 'A' -> formatted("EEEE", time);
                case 'Y' -> formatted("yyyy", time);
                case 'y' -> formatted("yy", time);
                case 'H' -> formatted("HH", time);
                case 'I' -> formatted("hh", time);
                case 'M' -> formatted("mm", time);
                case 'S' -> formatted("ss", time);
                case 'p' -> formatted("a", time);
                case 'j' -> formatted("DDD", time);
                case 'F' -> formatted("yyyy-MM-dd", time);
                case '%' -> "%";
                default -> "%" + form.charAt(i);
            });
        }
        return text.toString();
    }

    private static String formatted(String pattern, LocalDateTime time) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US).format(time);
    }
}
