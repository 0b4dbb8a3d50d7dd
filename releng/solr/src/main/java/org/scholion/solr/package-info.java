/** Nodes of a SolrCloud made of artifacts of Maven, on this machine, for trying and testing; no part of the product. */
package org.scholion.solr;
