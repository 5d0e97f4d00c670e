using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.DeviceTests.Checks;

/// <summary>What the engine asks of the runtime of a device: copies, streams, markers, launches by any thread.</summary>
internal static class RuntimeChecks
{
    private const int Length = 1 << 20;
    private const int Instances = 3000;
    private const int Launches = 20;

    internal static IEnumerable<DeviceCheck> Of(Accelerator accelerator) =>
    [
        new("data comes back as it went", () => DataComesBack(accelerator)),
        new("streams run in order and take times", () => StreamsRunInOrder(accelerator)),
        new("any thread may launch", () => ThreadsLaunch(accelerator)),
    ];

    private static string? DataComesBack(Accelerator accelerator)
    {
        int[] data = [.. Enumerable.Range(0, Length)];
        using var first = accelerator.Allocate1D(data);
        using var second = accelerator.Allocate1D<int>(Length);
        second.View.CopyFrom(accelerator.DefaultStream, first.View);
        first.View.MemSetToZero();
        return second.GetAsArray1D().SequenceEqual(data) && first.GetAsArray1D().All(value => value == 0) ? null : "other numbers came back";
    }

    private static string? StreamsRunInOrder(Accelerator accelerator)
    {
        using var stream = accelerator.CreateStream();
        using var buffer = accelerator.Allocate1D(new int[Instances]);
        var kernel = accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<int>>(Increment);
        using var start = stream.AddProfilingMarker();
        for (var i = 0; i < Launches; i++)
            kernel(stream, Instances, buffer.View);
        using var end = stream.AddProfilingMarker();
        stream.Synchronize();
        var time = end.MeasureFrom(start);
        if (time <= TimeSpan.Zero)
            return $"{Launches} launches took {time}";
        return buffer.GetAsArray1D().All(value => value == Launches) ? null : "launches got lost or overtook each other";
    }

    private static string? ThreadsLaunch(Accelerator accelerator)
    {
        var faults = new string?[4];
        var threads = faults.Select((_, i) => new Thread(() => faults[i] = FaultOnThread(accelerator))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return faults.FirstOrDefault(fault => fault is not null);
    }

    private static string? FaultOnThread(Accelerator accelerator)
    {
        try
        {
            accelerator.Bind();
            return StreamsRunInOrder(accelerator);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return error.Message;
        }
    }

    private static void Increment(Index1D i, ArrayView<int> data) => data[i]++;
}
