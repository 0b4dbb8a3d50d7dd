package org.scholion.inference.onnx.internal.gguf;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;

/** Writes {@code tokenizer.json}, the format of Hugging Face's tokenizers. */
final class TokenizerJson {

    /** What SentencePiece writes for a blank. */
    private static final String BLANK = "\u2581";

    private final Path file;
    private final Vocabulary vocabulary;

    /** @param file is named in errors */
    TokenizerJson(Path file, Vocabulary vocabulary) {
        this.file = file;
        this.vocabulary = vocabulary;
    }

    void write(Path target) throws ModelException, IOException {
        SplitRule rule = rule();
        try (JsonWriter json = new JsonWriter(Files.newBufferedWriter(target))) {
            json.setSerializeNulls(true);
            json.beginObject().name("version").value("1.0");
            json.name("truncation").nullValue().name("padding").nullValue();
            addedTokens(json);
            if (vocabulary.isByteLevel()) {
                normalizer(json, rule);
                preTokenizer(json, rule);
                postProcessor(json);
                json.name("decoder");
                byteLevel(json, true);
                byteLevelModel(json, rule);
            } else {
                pieceNormalizer(json);
                json.name("pre_tokenizer").nullValue();
                postProcessor(json);
                pieceDecoder(json);
                pieceModel(json);
            }
            json.endObject();
        }
    }

    private SplitRule rule() throws ModelException {
        Optional<SplitRule> rule = SplitRule.of(vocabulary.isByteLevel() ? vocabulary.pre() : "default");
        if (rule.isEmpty()) {
            throw new ModelException(
                    NLS.bind(Messages.Gguf_notSupported, file, "tokenizer.ggml.pre " + vocabulary.pre()));
        }
        return rule.get();
    }

    private void addedTokens(JsonWriter json) throws IOException {
        json.name("added_tokens").beginArray();
        for (int id = 0; id < vocabulary.tokens().size(); id++) {
            if (vocabulary.isAdded(id) && !vocabulary.tokens().get(id).isEmpty()) {
                json.beginObject().name("id").value(id);
                json.name("content").value(vocabulary.tokens().get(id));
                json.name("single_word").value(false).name("lstrip").value(false);
                json.name("rstrip").value(false).name("normalized").value(false);
                json.name("special").value(vocabulary.isSpecial(id)).endObject();
            }
        }
        json.endArray();
    }

    private static void normalizer(JsonWriter json, SplitRule rule) throws IOException {
        json.name("normalizer");
        if (rule.normalises()) {
            json.beginObject().name("type").value("NFC").endObject();
        } else {
            json.nullValue();
        }
    }

    private static void preTokenizer(JsonWriter json, SplitRule rule) throws IOException {
        json.name("pre_tokenizer").beginObject().name("type").value("Sequence");
        json.name("pretokenizers").beginArray();
        if (rule.separatesDigits()) {
            json.beginObject().name("type").value("Digits");
            json.name("individual_digits").value(true).endObject();
        }
        if (rule.pattern().isPresent()) {
            json.beginObject().name("type").value("Split").name("pattern");
            json.beginObject().name("Regex").value(rule.pattern().get()).endObject();
            json.name("behavior").value("Isolated").name("invert").value(false).endObject();
        }
        byteLevel(json, rule.pattern().isEmpty());
        json.endArray().endObject();
    }

    private static void byteLevel(JsonWriter json, boolean usesPattern) throws IOException {
        json.beginObject().name("type").value("ByteLevel").name("add_prefix_space").value(false);
        json.name("trim_offsets").value(true).name("use_regex").value(usesPattern).endObject();
    }

    private void postProcessor(JsonWriter json) throws ModelException, IOException {
        json.name("post_processor");
        Optional<String> beginning = vocabulary.addsBeginning() ? vocabulary.token("bos") : Optional.empty();
        if (beginning.isEmpty()) {
            json.nullValue();
            return;
        }
        String token = beginning.get();
        json.beginObject().name("type").value("TemplateProcessing");
        json.name("single").beginArray();
        template(json, token, "A", 0);
        json.endArray().name("pair").beginArray();
        template(json, token, "A", 0);
        template(json, token, "B", 1);
        json.endArray().name("special_tokens").beginObject().name(token).beginObject();
        json.name("id").value(token).name("ids").beginArray();
        json.value(vocabulary.id("bos").orElseThrow()).endArray();
        json.name("tokens").beginArray().value(token).endArray();
        json.endObject().endObject().endObject();
    }

    private static void template(JsonWriter json, String token, String sequence, int type) throws IOException {
        json.beginObject().name("SpecialToken").beginObject().name("id").value(token);
        json.name("type_id").value(type).endObject().endObject();
        json.beginObject().name("Sequence").beginObject().name("id").value(sequence);
        json.name("type_id").value(type).endObject().endObject();
    }

    private void byteLevelModel(JsonWriter json, SplitRule rule) throws ModelException, IOException {
        beginModel(json, Optional.empty(), false, rule.prefersWholeWords());
        json.name("merges").beginArray();
        for (String merge : vocabulary.merges()) {
            int blank = merge.indexOf(' ', 1);
            if (blank < 0 || blank == merge.length() - 1) {
                throw new ModelException(NLS.bind(Messages.Gguf_wrongValue, file, "tokenizer.ggml.merges"));
            }
            json.beginArray().value(merge.substring(0, blank)).value(merge.substring(blank + 1)).endArray();
        }
        json.endArray().endObject();
    }

    private void pieceModel(JsonWriter json) throws ModelException, IOException {
        beginModel(json, vocabulary.token("unknown"), true, false);
        json.name("merges").beginArray();
        for (PieceMerges.Merge merge : PieceMerges.of(vocabulary.tokens(), vocabulary.scores())) {
            json.beginArray().value(merge.left()).value(merge.right()).endArray();
        }
        json.endArray().endObject();
    }

    private void beginModel(JsonWriter json, Optional<String> unknown, boolean usesBytes, boolean wholeWords)
            throws IOException {
        json.name("model").beginObject().name("type").value("BPE").name("dropout").nullValue();
        json.name("unk_token");
        if (unknown.isPresent()) {
            json.value(unknown.get());
        } else {
            json.nullValue();
        }
        json.name("continuing_subword_prefix").nullValue().name("end_of_word_suffix").nullValue();
        json.name("fuse_unk").value(usesBytes).name("byte_fallback").value(usesBytes);
        json.name("ignore_merges").value(wholeWords);
        json.name("vocab").beginObject();
        for (int id = 0; id < vocabulary.tokens().size(); id++) {
            json.name(vocabulary.tokens().get(id)).value(id);
        }
        json.endObject();
    }

    private void pieceNormalizer(JsonWriter json) throws ModelException, IOException {
        json.name("normalizer").beginObject().name("type").value("Sequence").name("normalizers").beginArray();
        if (vocabulary.addsBlank()) {
            json.beginObject().name("type").value("Prepend").name("prepend").value(BLANK).endObject();
        }
        replace(json, " ", BLANK);
        json.endArray().endObject();
    }

    private void pieceDecoder(JsonWriter json) throws ModelException, IOException {
        json.name("decoder").beginObject().name("type").value("Sequence").name("decoders").beginArray();
        replace(json, BLANK, " ");
        json.beginObject().name("type").value("ByteFallback").endObject();
        json.beginObject().name("type").value("Fuse").endObject();
        if (vocabulary.addsBlank()) {
            json.beginObject().name("type").value("Strip").name("content").value(" ");
            json.name("start").value(1).name("stop").value(0).endObject();
        }
        json.endArray().endObject();
    }

    private static void replace(JsonWriter json, String from, String to) throws IOException {
        json.beginObject().name("type").value("Replace").name("pattern");
        json.beginObject().name("String").value(from).endObject();
        json.name("content").value(to).endObject();
    }
}
