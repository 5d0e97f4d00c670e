using System.Runtime.InteropServices;
using ILGPU.Runtime.Cuda;

namespace ILGPU.Tests.Cuda.Driver;

/// <summary>
/// A CUDA driver whose devices are PTX machines: the functions of libcuda that the runtime calls, with the runtime's own signatures. Work on a
/// stream is done when somebody waits for it and not before, so that whoever forgets to wait sees old data. Calls without a current context,
/// with foreign handles or on freed memory fail as those of the real driver do.
/// </summary>
internal static unsafe partial class FakeCuda
{
    private const nint FirstHandle = 0x1000;

    private static readonly Dictionary<string, nint> Functions = [];
    private static readonly Dictionary<string, CudaStatus> Faults = [];
    private static readonly Dictionary<CudaStatus, nint> Names = [];
    private static readonly Dictionary<nint, int> Contexts = [];
    private static readonly List<string> Calls = [];
    private static FakeDevice[] s_devices = [];
    private static nint s_lastHandle;

    [ThreadStatic]
    private static nint t_current;

    static FakeCuda()
    {
        AddDevices();
        AddMemory();
        AddModules();
        AddStreams();
    }

    /// <summary>The version that the driver says it has.</summary>
    internal static int Version { get; set; }

    /// <summary>The context of the calling thread.</summary>
    internal static nint Current
    {
        get => t_current;
        set => t_current = value;
    }

    /// <summary>How often a function was called since the start.</summary>
    internal static int CountOf(string function) => Calls.Count(call => call == function);

    /// <summary>Objects that nobody has given back.</summary>
    internal static int Leaks => Contexts.Values.Sum() + Allocations.Count + Streams.Count + Modules.Count + Events.Count + Links.Count;

    /// <summary>Starts anew.</summary>
    internal static CudaInstallation Start(params FakeDevice[] devices)
    {
        foreach (var address in Allocations.Keys)
            NativeMemory.AlignedFree((void*)address);
        foreach (var table in new System.Collections.IDictionary[] { Faults, Contexts, Allocations, Streams, Modules, Kernels, Events, Links })
            table.Clear();
        Calls.Clear();
        (s_devices, s_lastHandle, t_current, Version) = (devices, FirstHandle, 0, 12040);
        return new(Find);
    }

    /// <summary>From now on the function fails.</summary>
    internal static void Fail(string function, CudaStatus status) => Faults[function] = status;

    internal static nint Find(string name) => Functions.GetValueOrDefault(name);

    private static nint NewHandle() => ++s_lastHandle;

    /// <summary>What a function does, unless it is to fail; most of them need a context.</summary>
    private static CudaStatus Run(string function, Func<CudaStatus> body, bool needsContext = true)
    {
        lock (Calls)
        {
            Calls.Add(function);
            if (Faults.TryGetValue(function, out var fault))
                return fault;
            return needsContext && !Contexts.ContainsKey(t_current) ? CudaStatus.CUDA_ERROR_INVALID_CONTEXT : body();
        }
    }
}
