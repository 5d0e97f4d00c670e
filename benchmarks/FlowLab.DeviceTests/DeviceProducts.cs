using System.Reflection;
using FlowLab.Engine.LinearAlgebra;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace FlowLab.DeviceTests;

/// <summary>The ways to matrix products that a device has.</summary>
internal static class DeviceProducts
{
    private const BindingFlags Anything = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Whether products of a CUDA device are cuBLAS's; without it they are the tiled kernel's.</summary>
    internal static bool HasCublas(CudaAccelerator accelerator)
    {
        try
        {
            using var library = new CuBlas(accelerator);
            return true;
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Products by the tiled kernel, whatever else the device has. The engine itself never takes it where there is cuBLAS.</summary>
    internal static MatrixMultiply Tiled(Accelerator accelerator)
    {
        var assembly = typeof(MatrixMultiply).Assembly;
        var type = assembly.GetType("FlowLab.Engine.LinearAlgebra.Tiled.TiledGemm", throwOnError: true)!;
        var tiled = type.GetConstructor(Anything, [typeof(Accelerator)])!.Invoke([accelerator]);
        return (MatrixMultiply)typeof(MatrixMultiply).GetConstructors(Anything).Single().Invoke([accelerator, tiled]);
    }
}
