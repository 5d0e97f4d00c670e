using System.Runtime.InteropServices;
using ILGPU.Runtime.Cuda;
using ILGPU.Tests.Cuda.Machine;

namespace ILGPU.Tests.Cuda.Driver;

/// <summary>Streams and events.</summary>
internal static unsafe partial class FakeCuda
{
    private static readonly Dictionary<nint, Queue<Action>> Streams = [];
    private static readonly Dictionary<nint, FakeEvent> Events = [];
    private static int s_time;

    private static void AddStreams()
    {
        Functions["cuStreamCreate"] = (nint)(delegate* unmanaged<nint*, uint, CudaStatus>)&StreamCreate;
        Functions["cuStreamDestroy_v2"] = (nint)(delegate* unmanaged<nint, CudaStatus>)&StreamDestroy;
        Functions["cuStreamSynchronize"] = (nint)(delegate* unmanaged<nint, CudaStatus>)&StreamSynchronize;
        Functions["cuEventCreate"] = (nint)(delegate* unmanaged<nint*, uint, CudaStatus>)&EventCreate;
        Functions["cuEventDestroy_v2"] = (nint)(delegate* unmanaged<nint, CudaStatus>)&EventDestroy;
        Functions["cuEventRecord"] = (nint)(delegate* unmanaged<nint, nint, CudaStatus>)&EventRecord;
        Functions["cuEventSynchronize"] = (nint)(delegate* unmanaged<nint, CudaStatus>)&EventSynchronize;
        Functions["cuEventElapsedTime"] = (nint)(delegate* unmanaged<float*, nint, nint, CudaStatus>)&EventElapsedTime;
    }

    /// <summary>Work for when somebody waits for the stream.</summary>
    internal static CudaStatus Enqueue(nint stream, Action work)
    {
        if (!Streams.TryGetValue(stream, out var queue))
            return CudaStatus.CUDA_ERROR_INVALID_HANDLE;
        queue.Enqueue(work);
        return CudaStatus.CUDA_SUCCESS;
    }

    private static CudaStatus Finish(nint stream)
    {
        if (!Streams.TryGetValue(stream, out var queue))
            return CudaStatus.CUDA_ERROR_INVALID_HANDLE;
        try
        {
            while (queue.TryDequeue(out var work))
                work();
            return CudaStatus.CUDA_SUCCESS;
        }
        catch (PtxException error)
        {
            // As on a device, where nobody learns which kernel it was.
            Console.Error.WriteLine(error.Message);
            return CudaStatus.CUDA_ERROR_ILLEGAL_ADDRESS;
        }
        catch (InvalidOperationException error)
        {
            Console.Error.WriteLine(error.Message);
            return CudaStatus.CUDA_ERROR_INVALID_VALUE;
        }
    }

    private static CudaStatus FinishAll() =>
        Streams.Keys.Select(Finish).Aggregate(CudaStatus.CUDA_SUCCESS, (first, next) => first == CudaStatus.CUDA_SUCCESS ? next : first);

    [UnmanagedCallersOnly]
    private static CudaStatus StreamCreate(nint* stream, uint flags) => Run("cuStreamCreate", () =>
    {
        var handle = NewHandle();
        Streams[handle] = new();
        return flags == 1 ? Set(stream, handle) : CudaStatus.CUDA_ERROR_INVALID_VALUE;
    });

    [UnmanagedCallersOnly]
    private static CudaStatus StreamDestroy(nint stream) => Run("cuStreamDestroy_v2", () =>
    {
        var status = Finish(stream);
        Streams.Remove(stream);
        return status;
    });

    [UnmanagedCallersOnly]
    private static CudaStatus StreamSynchronize(nint stream) => Run("cuStreamSynchronize", () => Finish(stream));

    [UnmanagedCallersOnly]
    private static CudaStatus EventCreate(nint* @event, uint flags) => Run("cuEventCreate", () =>
    {
        var handle = NewHandle();
        Events[handle] = new();
        return Set(@event, handle);
    });

    [UnmanagedCallersOnly]
    private static CudaStatus EventDestroy(nint @event) =>
        Run("cuEventDestroy_v2", () => Events.Remove(@event) ? CudaStatus.CUDA_SUCCESS : CudaStatus.CUDA_ERROR_INVALID_HANDLE);

    [UnmanagedCallersOnly]
    private static CudaStatus EventRecord(nint @event, nint stream) => Run("cuEventRecord", () =>
    {
        Events[@event] = new() { Stream = stream };
        return Enqueue(stream, () => Events[@event].Milliseconds = ++s_time);
    });

    [UnmanagedCallersOnly]
    private static CudaStatus EventSynchronize(nint @event) => Run("cuEventSynchronize", () => Finish(Events[@event].Stream));

    [UnmanagedCallersOnly]
    private static CudaStatus EventElapsedTime(float* milliseconds, nint start, nint end) => Run("cuEventElapsedTime", () =>
        Events[start].Milliseconds is { } from && Events[end].Milliseconds is { } to ? Set(milliseconds, to - from) : CudaStatus.CUDA_ERROR_NOT_READY);

    /// <summary>A place in a stream: every event that a stream comes to is a millisecond later than the one before.</summary>
    private sealed class FakeEvent
    {
        internal nint Stream { get; init; }

        internal float? Milliseconds { get; set; }
    }
}
