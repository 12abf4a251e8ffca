package org.cbthomework.demo.reliability;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;

/**
 * A client that hands in responses of its own, amends them, deletes them and brings them back, in turn at each server. What is
 * not acknowledged it sends again, to the next server, until it is or there is no more time.
 */
final class Writer implements Runnable {

    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMillis(50);
    private static final int UNREACHABLE = 0;

    private final List<FhirHttp> servers;
    private final List<Diary> diaries;
    private final Receipts receipts;
    private final Random random;
    private final AtomicBoolean stopped;
    private final List<Response> mine = new ArrayList<>();
    private int turn;

    Writer(List<FhirHttp> servers, List<Diary> diaries, Receipts receipts, Random random, AtomicBoolean stopped) {
        this.servers = servers;
        this.diaries = diaries;
        this.receipts = receipts;
        this.random = random;
        this.stopped = stopped;
    }

    /**
     * One of its responses.
     *
     * @param entry what it says, or said until it was deleted
     */
    private record Response(String id, Diary diary, Entry entry, boolean isDeleted) {

        Optional<Entry> stored() {
            return isDeleted ? Optional.empty() : Optional.of(entry);
        }
    }

    @Override
    public void run() {
        while (!stopped.get()) {
            int chance = random.nextInt(100);
            if (mine.isEmpty() || chance < 60) {
                send(begun());
            } else {
                Response before = mine.remove(random.nextInt(mine.size()));
                boolean isDeleted = !before.isDeleted() && chance >= 85;
                Entry entry = isDeleted ? before.entry() : before.entry().amended(peak());
                send(new Response(before.id(), before.diary(), entry, isDeleted));
            }
        }
    }

    private Response begun() {
        Diary diary = diaries.get(random.nextInt(diaries.size()));
        Entry entry = new Entry(diary.order(), 2 + random.nextInt(7), "completed", peak());
        return new Response(UUID.randomUUID().toString(), diary, entry, false);
    }

    private int peak() {
        return 2 + random.nextInt(3);
    }

    private void send(Response response) {
        while (true) {
            receipts.sending(response.id(), response.diary().patient(), response.stored());
            int status = status(response);
            if (status >= 200 && status < 300) {
                receipts.acknowledged(response.id(), response.stored());
                mine.add(response);
                return;
            }
            if (status >= 400 && status < 500 && status != 409) {
                throw new IllegalStateException("The server refuses with " + status + " what makes sense: " + response);
            }
            if (stopped.get()) {
                return;
            }
            Pause.of(BEFORE_ANOTHER_TRY);
        }
    }

    private int status(Response response) {
        FhirHttp server = servers.get(turn++ % servers.size());
        String path = "/QuestionnaireResponse/" + response.id();
        try {
            Reply reply = response.isDeleted()
                    ? server.delete(path)
                    : server.put(
                            path,
                            response.entry()
                                    .json(response.id(), response.diary().patient()));
            return reply.status();
        } catch (UncheckedIOException cut) {
            return UNREACHABLE;
        }
    }
}
