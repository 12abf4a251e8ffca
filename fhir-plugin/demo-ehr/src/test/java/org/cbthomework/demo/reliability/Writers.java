package org.cbthomework.demo.reliability;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.cbthomework.demo.harness.FhirHttp;

/** Clients that write at once, until they are stopped. */
final class Writers {

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<CompletableFuture<Void>> running;

    private Writers(int number, List<FhirHttp> servers, List<Diary> diaries, Receipts receipts, Random random) {
        ExecutorService threads = Executors.newFixedThreadPool(number);
        this.running = IntStream.range(0, number)
                .mapToObj(each -> new Writer(servers, diaries, receipts, new Random(random.nextLong()), stopped))
                .map(writer -> CompletableFuture.runAsync(writer, threads))
                .toList();
        threads.shutdown();
    }

    static Writers start(int number, List<FhirHttp> servers, List<Diary> diaries, Receipts receipts, Random random) {
        return new Writers(number, servers, diaries, receipts, random);
    }

    /**
     * Lets each end with what it is at.
     *
     * @throws java.util.concurrent.CompletionException if one was refused
     */
    void stop() {
        stopped.set(true);
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
    }
}
