package io.mokuroku.local.cloud;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.Props;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from ElasticMQ what happens to messages and writes it down before the client gets
 * its answer. Emptying a queue by PurgeQueue is not announced, so purged messages come
 * back with a restart.
 */
final class JournalKeeper extends AbstractActor {

	private static final Logger log = LoggerFactory.getLogger(JournalKeeper.class);

	private final MessageJournal journal;

	private final AtomicBoolean writable;

	private JournalKeeper(MessageJournal journal, AtomicBoolean writable) {
		this.journal = journal;
		this.writable = writable;
	}

	/**
	 * The keeper of a journal.
	 * @param writable false as long as the journal cannot be written
	 */
	static Props of(MessageJournal journal, AtomicBoolean writable) {
		return Props.create(JournalKeeper.class, () -> new JournalKeeper(journal, writable));
	}

	@Override
	public Receive createReceive() {
		return receiveBuilder()
			.match(QueueEvent.MessageAdded.class,
					(event) -> keep(
							new JournalRecord.Added(event.queueName(), ElasticMessages.stored(event.message()))))
			.match(QueueEvent.MessageUpdated.class,
					(event) -> keep(new JournalRecord.Delivered(event.queueName(), event.message().id(),
							ElasticMessages.delivery(event.message()))))
			.match(QueueEvent.MessageRemoved.class,
					(event) -> keep(new JournalRecord.Removed(event.queueName(), event.messageId())))
			.match(QueueEvent.QueueDeleted.class,
					(event) -> this.journal.append(new JournalRecord.QueueDropped(event.queueName())))
			.matchAny((_) -> {
			})
			.build();
	}

	/**
	 * Without an answer ElasticMQ does not answer its client either, which then knows
	 * that nothing was kept.
	 */
	private void keep(JournalRecord entry) {
		try {
			this.journal.append(entry);
			this.writable.set(true);
			getSender().tell(OperationSuccessful$.MODULE$, getSelf());
		}
		catch (IOException ex) {
			if (this.writable.getAndSet(false)) {
				log.error("event=journal-not-writable queue={} cause=\"{}\"", entry.queue(), ex.getMessage());
			}
		}
	}

}
