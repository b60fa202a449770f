/**
 * The rehearsal: a conference that never ends, played over the real wires of the networks.
 *
 * <p>Here is what all networks share: the script ({@link afa.rehearsal.Conference}), the day ({@link
 * afa.rehearsal.ConferenceDay}), the one who plays it ({@link afa.rehearsal.Player}), the record of
 * what was posted ({@link afa.rehearsal.Ledger}), the faults ({@link afa.rehearsal.Fault}) and the
 * command. Each network has a package below with its wire.
 */
package afa.rehearsal;
