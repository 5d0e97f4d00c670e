using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Passes;
using FlowLab.Accelerators.Tests.Kernels;

namespace FlowLab.Accelerators.Tests.Compiler;

/// <summary>
/// Runs a kernel as its C# method, as the frontend's IR and after every pass, on the same memory, and compares bit for bit; with a device, as its C#
/// method and on the device.
/// </summary>
internal sealed class Differential : IDisposable
{
    private readonly SimdFixture _simd = new();
    private readonly List<(Func<byte[]> Read, Action Restore)> _buffers = [];

    /// <summary>What kernels run on instead of the interpreter.</summary>
    internal static Accelerator? Device { get; set; }

    internal ArrayView<T> View<T>(params T[] data)
        where T : unmanaged
    {
        var view = _simd.Accelerator.AllocateRaw(data.Length * Unsafe.SizeOf<T>(), 1).AsRawArrayView().Cast<T>();
        _buffers.Add((() => CanonicalBytes(view.GetAsArray()), () => view.CopyFromCPU(data)));
        return view;
    }

    /// <summary>Checks a kernel over <paramref name="extent"/> instances.</summary>
    internal void Check(Delegate kernel, int extent, params object[] arguments)
    {
        var method = kernel.Method;
        var native = Run(() => RunNatively(method, extent, arguments));
        if (Device is not null)
        {
            Assert.That(Run(() => RunOnDevice(Device, method, extent, arguments)), Is.EqualTo(native), $"{method.Name} on {Device}");
            return;
        }

        var ir = KernelFrontend.Build(method);
        IRVerifier.Verify(ir);
        Compare("as the frontend built it");
        foreach (var pass in KernelOptimizer.Passes)
        {
            pass.Run(ir);
            IRVerifier.Verify(ir);
            Compare($"after {pass.GetType().Name}");
        }

        void Compare(string when) => Assert.That(
            Run(() => new IRInterpreter(ir, arguments).RunAll(extent)), Is.EqualTo(native), $"{method.Name} {when}:\n{ir}");
    }

    public void Dispose() => _simd.Dispose();

    private byte[] Run(Action run)
    {
        foreach (var (_, restore) in _buffers)
            restore();
        run();
        return [.. _buffers.SelectMany(buffer => buffer.Read())];
    }

    private static void RunOnDevice(Accelerator device, MethodInfo method, int extent, object[] arguments)
    {
        using var copies = new DeviceArguments(device);
        DeviceLaunch.Run(device, KernelEntry.OfIndex(method), LaunchDimensions.Of(new Index1D(extent)), copies.Of(arguments));
        copies.CopyBack();
    }

    private static void RunNatively(MethodInfo method, int extent, object[] arguments)
    {
        for (var i = 0; i < extent; i++)
            method.Invoke(null, [new Index1D(i), .. arguments]);
    }

    /// <summary>Which NaN a computation gives is left to the machine: all of them count as one.</summary>
    internal static byte[] CanonicalBytes<T>(T[] data)
        where T : unmanaged
    {
        for (var i = 0; i < data.Length; i++)
        {
            if (data[i] is float.NaN)
                data[i] = (T)(object)float.NaN;
            else if (data[i] is double.NaN)
                data[i] = (T)(object)double.NaN;
        }

        return MemoryMarshal.AsBytes<T>(data).ToArray();
    }
}
