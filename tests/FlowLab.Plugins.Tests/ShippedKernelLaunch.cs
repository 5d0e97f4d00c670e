using System.Reflection;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Tests;

/// <summary>One launch of a shipped kernel over a few numbers, in a plain loop of its method or on an accelerator.</summary>
internal sealed class ShippedKernelLaunch : IDisposable
{
    private const int ExtentX = 3;
    private const int ExtentY = 2;

    private readonly MethodInfo _method;
    private readonly KernelArguments _arguments = new();
    private readonly object[] _values;

    internal ShippedKernelLaunch(MethodInfo method) => (_method, _values) = (method, _arguments.Of(method));

    private bool IsPlane => _method.GetParameters()[0].ParameterType == typeof(Index2D);

    /// <summary>Skips the test where ILGPU or an OpenCL driver would take up to half a minute, for a kernel of layers with networks.</summary>
    internal static void LeaveLongOnes(MethodInfo method, KernelDevice device)
    {
        bool isLong = device != KernelDevice.Simd && ShippedKernels.TakesDriversLong(method);
        if (isLong)
            LongTests.Require("ILGPU and OpenCL drivers take long for layers with networks, and values of one kind of network are tried");
    }

    /// <summary>What the method leaves in all buffers if it is called for one index after the other.</summary>
    internal IReadOnlyList<Array> RunNatively()
    {
        _arguments.Restore();
        for (int y = 0; y < (IsPlane ? ExtentY : 1); y++)
            for (int x = 0; x < ExtentX; x++)
                _method.Invoke(null, [IsPlane ? new Index2D(x, y) : new Index1D(x), .. _values]);
        return _arguments.Snapshot();
    }

    /// <summary>What the kernel leaves in all buffers.</summary>
    internal IReadOnlyList<Array> RunOn(Accelerator accelerator)
    {
        _arguments.Restore();
        using var copies = new DeviceArguments(accelerator);
        // The accelerator keeps kernels for those who load them again, and disposes of them with itself.
        Kernel kernel = accelerator.LoadAutoGroupedKernel(_method);
        object[] onDevice = copies.Of(_values);
        if (IsPlane)
            kernel.Launch(accelerator.DefaultStream, new Index2D(ExtentX, ExtentY), onDevice);
        else
            kernel.Launch(accelerator.DefaultStream, new Index1D(ExtentX), onDevice);
        accelerator.Synchronize();
        copies.CopyBack();
        return _arguments.Snapshot();
    }

    public void Dispose() => _arguments.Dispose();
}
