using FlowLab.Accelerators.Simd;

namespace FlowLab.Accelerators.Tests.Runtime;

/// <summary>Threads that leave a processor for another.</summary>
public class ProcessorTests
{
    [Test]
    public void A_thread_leaves_its_processor_and_may_use_all_of_them_as_before()
    {
        Assume.That(Processors.Current, Is.Not.Negative, "processors are known on Linux only");
        Assume.That(Environment.ProcessorCount, Is.GreaterThan(1), "there is one processor");
        OnThread(() =>
        {
            for (int i = 0; i < 20; i++)
            {
                int before = Processors.Current;
                Assert.That(Processors.Leave(before, threads: 2), Is.True);
                Assert.That(Processors.Leave(before, threads: 2), Is.True, "may go there again, so that it can leave it again");
            }
        });
    }

    [Test]
    public void A_thread_is_on_another_processor_at_once()
    {
        Assume.That(Processors.Current, Is.Not.Negative, "processors are known on Linux only");
        Assume.That(Environment.ProcessorCount, Is.GreaterThan(1), "there is one processor");
        int moved = 0;
        OnThread(() =>
        {
            for (int i = 0; i < 200; i++)
            {
                int before = Processors.Current;
                Processors.Leave(before, threads: 2);
                moved += Processors.Current != before ? 1 : 0;
            }
        });
        // The system may take a thread back between the two looks.
        Assert.That(moved, Is.GreaterThan(150));
    }

    [Test]
    public void Where_there_are_more_threads_than_processors_they_stay() =>
        Assert.That(Processors.Leave(Math.Max(0, Processors.Current), Environment.ProcessorCount + 1), Is.False);

    [TestCase(-1)]
    [TestCase(1024)]
    [TestCase(int.MaxValue)]
    public void A_processor_that_is_none_is_not_left(int processor) => Assert.That(Processors.Leave(processor, 2), Is.False);

    private static void OnThread(Action action)
    {
        Exception? error = null;
        var thread = new Thread(() =>
        {
            try
            {
                action();
            }
            catch (Exception thrown)
            {
                error = thrown;
            }
        });
        thread.Start();
        thread.Join();
        Assert.That(error, Is.Null);
    }
}
