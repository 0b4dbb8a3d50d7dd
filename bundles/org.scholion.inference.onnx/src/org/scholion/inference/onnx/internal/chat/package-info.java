/**
 * Conversations as the text that a model was trained on: the part of Jinja in which chat templates are written, run within bounds. The
 * reasons for an interpreter of our own are in {@code releng/docs/decisions/0005-chat-templates-without-a-library.md}.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.inference.onnx.internal.chat;
