using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace FlowLab.DeviceTests.Checks;

/// <summary>Buffers, copies, streams, markers and refusals of the driver itself.</summary>
internal static class RuntimeChecks
{
    private const int Length = 1 << 20;
    private const int Instances = 3000;
    private const int Launches = 20;

    internal static IEnumerable<DeviceCheck> Of(CudaAccelerator accelerator) =>
    [
        new("new buffers are zero", () => NewBuffersAreZero(accelerator)),
        new("data comes back as it went", () => DataComesBack(accelerator)),
        new("places within a buffer may overlap", () => PlacesOverlap(accelerator)),
        new("streams run in order and take times", () => StreamsRunInOrder(accelerator)),
        new("any thread may launch", () => ThreadsLaunch(accelerator)),
        new("a kernel is loaded again from the cache", () => ModulesAreCached(accelerator)),
        new("too much memory is refused with FLK412", () => TooMuchMemory(accelerator)),
        new("large groups are refused with FLK204", () => LargeGroups(accelerator)),
    ];

    private static string? NewBuffersAreZero(Accelerator accelerator)
    {
        for (var round = 0; round < 4; round++)
        {
            using var buffer = accelerator.Allocate1D<int>(Length);
            if (buffer.GetAsArray1D().Any(value => value != 0))
                return $"round {round} has other numbers";
            buffer.View.CopyFromCPU(Enumerable.Repeat(-1, Length).ToArray());
        }

        return null;
    }

    private static string? DataComesBack(Accelerator accelerator)
    {
        int[] data = [.. Enumerable.Range(0, Length)];
        using var first = accelerator.Allocate1D(data);
        using var second = accelerator.Allocate1D<int>(Length);
        second.View.CopyFrom(accelerator.DefaultStream, first.View);
        first.View.MemSetToZero();
        return second.GetAsArray1D().SequenceEqual(data) && first.GetAsArray1D().All(value => value == 0) ? null : "other numbers came back";
    }

    private static string? PlacesOverlap(Accelerator accelerator)
    {
        int[] data = [.. Enumerable.Range(0, Length)];
        using var buffer = accelerator.Allocate1D(data);
        buffer.View.SubView(5, Length - 5).CopyFrom(accelerator.DefaultStream, buffer.View.SubView(0, Length - 5));
        Array.Copy(data, 0, data, 5, Length - 5);
        return buffer.GetAsArray1D().SequenceEqual(data) ? null : "other numbers came back";
    }

    private static string? StreamsRunInOrder(Accelerator accelerator)
    {
        using var stream = accelerator.CreateStream();
        using var buffer = accelerator.Allocate1D<int>(Instances);
        var kernel = accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<int>>(Increment);
        using var start = stream.AddProfilingMarker();
        for (var i = 0; i < Launches; i++)
            kernel(stream, Instances, buffer.View);
        using var end = stream.AddProfilingMarker();
        if (end - start <= TimeSpan.Zero)
            return $"{Launches} launches took {end - start}";
        return buffer.GetAsArray1D().All(value => value == Launches) ? null : "launches got lost or overtook each other";
    }

    private static string? ThreadsLaunch(Accelerator accelerator)
    {
        var results = new bool[4];
        var threads = results.Select((_, i) => new Thread(() => results[i] = StreamsRunInOrder(accelerator) is null)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return results.All(isRight => isRight) ? null : "on other threads something went wrong";
    }

    private static string? ModulesAreCached(CudaAccelerator accelerator)
    {
        var source = ILGPU.Backends.Cuda.PtxCompiler.Compile(KernelEntry.OfIndex(((Action<Index1D, ArrayView<int>>)Increment).Method));
        accelerator.Load(source);
        var modules = new CudaModules(accelerator);
        var path = CudaModules.PathOf(modules.KeyOf(source));
        if (path is null || !File.Exists(path))
            return $"there is no entry {path}";
        var isLoaded = modules.Of(source).Handle != 0;
        modules.Unload();
        return isLoaded ? null : "the entry was not loaded";
    }

    private static string? TooMuchMemory(Accelerator accelerator) =>
        MessageOf(() => accelerator.Allocate1D<byte>(accelerator.MemorySize * 2)) is { } message && message.StartsWith("FLK412", StringComparison.Ordinal)
            ? null
            : "it was not refused, or otherwise";

    private static string? LargeGroups(Accelerator accelerator)
    {
        using var buffer = accelerator.Allocate1D<int>(1);
        var kernel = accelerator.LoadStreamKernel<ArrayView<int>>(OneThread);
        var message = MessageOf(() => kernel(new KernelConfig(1, accelerator.MaxNumThreadsPerGroup * 2), buffer.View));
        return message?.StartsWith("FLK204", StringComparison.Ordinal) == true ? null : $"the message was {message}";
    }

    private static string? MessageOf(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception error) when (error is InvalidOperationException or NotSupportedException or ArgumentException)
        {
            return error.Message;
        }
    }

    private static void Increment(Index1D i, ArrayView<int> data) => data[i]++;

    private static void OneThread(ArrayView<int> data) => data[0] = 1;
}
