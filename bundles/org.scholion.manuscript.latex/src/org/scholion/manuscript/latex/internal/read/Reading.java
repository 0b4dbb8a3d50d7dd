package org.scholion.manuscript.latex.internal.read;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.latex.internal.read.Step.Frame;
import org.scholion.manuscript.latex.internal.tex.CommandTable;
import org.scholion.manuscript.latex.internal.tex.Slice;
import org.scholion.manuscript.latex.internal.tex.Slice.Call;
import org.scholion.text.CancelToken;

/** What is known while a paper is read. */
final class Reading {

    final CommandTable table;
    final Files files;
    final CancelToken cancel;
    final SourceUnit root;
    final Output out = new Output();
    final Problems problems = new Problems();
    final StructureBuilder structure = new StructureBuilder();
    final MagicComments magic;
    final Map<String, Macro> macros = new HashMap<>();
    final Map<String, Macro.Environment> environments = new HashMap<>();
    /** Commands and environments that became the same as known ones, by {@code \let} or as theorems. */
    final Map<String, CommandTable.Command> commandAliases = new HashMap<>();
    final Map<String, CommandTable.Environment> environmentAliases = new HashMap<>();
    final Map<String, Boolean> flags = new HashMap<>();
    final Map<String, String> acronyms = new HashMap<>();
    /** A character that begins code, set by {@code \lstMakeShortInline}; 0 for none. */
    char shortVerb;
    boolean doubleQuoteActive;
    boolean bodyBegun;

    Reading(CommandTable table, Files files, SourceUnit root, CancelToken cancel) {
        this.table = table;
        this.files = files;
        this.root = root;
        this.cancel = cancel;
        magic = new MagicComments(this);
    }

    /** Where the part of the frame's text stands in a file: the whole macro call when a macro prints it. */
    SourceRange range(Frame frame, int start, int end) {
        Call call = frame.call();
        if (call != null) {
            return call.whole();
        }
        SourceUnit unit = frame.text.unit();
        return new SourceRange(unit == null ? root : unit, Arguments.between(start, end));
    }

    Spot spot(Frame frame, int start, int end) {
        return Spot.of(frame.text, start, end, frame.call(), root);
    }

    CommandTable.@Nullable Command command(String name) {
        CommandTable.Command alias = commandAliases.get(name);
        return alias != null ? alias : table.command(name);
    }

    CommandTable.@Nullable Environment environment(String name) {
        CommandTable.Environment alias = environmentAliases.get(name);
        return alias != null ? alias : table.environment(name);
    }

    /** Where an argument stands, or else the place of the command. */
    static SourceRange rangeOf(Slice argument, SourceRange command) {
        SourceRange exact = argument.located().range();
        return exact != null ? exact : command;
    }
}
