using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.Launches;

namespace FlowLab.Accelerators.Tests.Runtime;

/// <summary>What an observer is told of launches.</summary>
public class LaunchObserverTests
{
    private const int Length = 1000;

    private static IEnumerable<TestCaseData> Kernels()
    {
        yield return new((Action<Index1D, ArrayView<float>, ArrayView<double>>)Widen, 4 * Length + 8 * Length);
        yield return new((Action<Index1D, ArrayView<float>, ArrayView<double>>)InPlace, 2 * 4 * Length);
        yield return new((Action<Index1D, ArrayView<float>, ArrayView<double>>)ReadsOneOfTwo, 4 * Length + 8 * Length);
    }

    [TestCaseSource(nameof(Kernels))]
    public void Bytes_are_those_of_the_views_that_are_read_and_written(Action<Index1D, ArrayView<float>, ArrayView<double>> kernel, int bytes)
    {
        using var fixture = new SimdFixture();
        using var x = fixture.Accelerator.Allocate1D<float>(Length);
        using var y = fixture.Accelerator.Allocate1D<double>(Length);
        var seen = Observe(fixture, () => fixture.Accelerator.LoadAutoGroupedStreamKernel(kernel)(Length, x.View, y.View));
        Assert.That(seen, Is.EqualTo(new[] { (kernel.Method.Name, (long)bytes) }));
    }

    [Test]
    public void Views_that_overlap_count_once_in_each_direction()
    {
        using var fixture = new SimdFixture();
        using var x = fixture.Accelerator.Allocate1D<float>(Length);
        var kernel = fixture.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, ArrayView<float>, ArrayView<float>>(Sum);
        var seen = Observe(fixture, () => kernel(Length / 2, x.View, x.View.SubView(Length / 4, Length / 2), x.View.SubView(0, Length / 2)));
        Assert.That(seen.Single().Bytes, Is.EqualTo((4 * Length) + (4 * Length / 2)), "all is read, the first half written");
    }

    [Test]
    public void Nobody_is_told_once_the_observer_is_gone()
    {
        using var fixture = new SimdFixture();
        using var x = fixture.Accelerator.Allocate1D<float>(Length);
        using var y = fixture.Accelerator.Allocate1D<double>(Length);
        var kernel = fixture.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, ArrayView<double>>(Widen);
        var observer = new Observer();
        ((IObservedAccelerator)fixture.Accelerator).Observer = observer;
        kernel(Length, x.View, y.View);
        ((IObservedAccelerator)fixture.Accelerator).Observer = null;
        kernel(Length, x.View, y.View);
        Assert.That(observer.Seen, Has.Count.EqualTo(1));
    }

    private static List<(string Name, long Bytes)> Observe(SimdFixture fixture, Action launch)
    {
        var observer = new Observer();
        ((IObservedAccelerator)fixture.Accelerator).Observer = observer;
        launch();
        return observer.Seen;
    }

    private static void Widen(Index1D i, ArrayView<float> x, ArrayView<double> y) => y[i] = x[i];

    private static void InPlace(Index1D i, ArrayView<float> x, ArrayView<double> y) => x[i] = 2 * x[i];

    private static void ReadsOneOfTwo(Index1D i, ArrayView<float> x, ArrayView<double> y) => y[i] = i < 10 ? x[i] : y.Length;

    private static void Sum(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> z) => z[i] = x[i] + y[i] + x[x.IntLength - 1];

    private sealed class Observer : ILaunchObserver
    {
        public List<(string Name, long Bytes)> Seen { get; } = [];

        public void Launched(KernelEntry kernel, long bytes, long start, long end)
        {
            Assert.That(end, Is.GreaterThanOrEqualTo(start));
            Seen.Add((kernel.Method.Name, bytes));
        }
    }
}
