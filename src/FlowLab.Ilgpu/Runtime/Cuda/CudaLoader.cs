using System.Runtime.InteropServices;

namespace ILGPU.Runtime.Cuda;

/// <summary>Finds libraries of NVIDIA on the machine. Nothing of them is needed to build or to start.</summary>
internal static class CudaLoader
{
    /// <summary>The driver's names on Linux, with developer packages, and on Windows.</summary>
    internal static IReadOnlyList<string> DriverNames { get; } = ["libcuda.so.1", "libcuda.so", "nvcuda.dll"];

    /// <summary>The functions of the first of the libraries that is there, by name; null where none is.</summary>
    internal static Func<string, nint>? Find(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (NativeLibrary.TryLoad(name, out var library))
                return function => NativeLibrary.TryGetExport(library, function, out var address) ? address : 0;
        }

        return null;
    }
}
