/**
 * Wallets, bank accounts, links and appeals that a machine can check, found in the raw text of a
 * post: no lexicon, no Flink, usable alone. {@link
 * org.tocsin.lexicons.observable.ObservableExtractor} is the whole public face, beside the kinds.
 *
 * <p><b>One pass, no work for words.</b> The text is copied into a reused array. A table of 65,536
 * classes parts it into runs of letters and digits and what stands between them. Nearly all runs
 * are lower-case words and cost nothing more. Looked at are: runs of 25 and more (addresses), runs
 * that begin like an IBAN, sequences of runs that mix digits and cases (addresses split by spaces),
 * and the marks {@code ://}, {@code .}, {@code @}, {@code $} and brackets. Only where such a pass
 * sees marks of hiding (zero-width characters beside letters, {@code [.]}, {@code (dot)}) is the
 * text cleaned, with a map to the original offsets, and swept once more.
 *
 * <p><b>Linear.</b> Every look-back and look-ahead has a fixed bound, and what was looked at by a
 * link is not looked at by the next. A test counts the steps over hostile texts of 1 MB.
 *
 * <p><b>Exact.</b> A wallet is reported only when its checksum holds; formats that have none (an
 * EVM address in one case, Solana) carry {@code checksumValid = null}, and Solana needs a word that
 * names it nearby. SHA-256 is the JDK's, Keccak-256 Bouncy Castle's, IBANs and top-level domains
 * Commons Validator's. Base58, bech32, cashaddr and CRC-16 are here, held to the published vectors:
 * the libraries that have them (bitcoinj) bring megabytes of networking for a page of arithmetic.
 *
 * <p><b>What is data.</b> {@code links.tsv}: which pages are invites, payment pages, crowdfunding.
 * {@code benign.tsv}: token contracts and well-known public wallets, which are not reported.
 */
@NullMarked
package org.tocsin.lexicons.observable;

import org.jspecify.annotations.NullMarked;
