/** How good the drafts are that are made from papers. */
package org.scholion.evaluation.drafts;
