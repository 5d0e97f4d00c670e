using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using ILGPU;

namespace FlowLab.Host.Devices;

/// <summary>
/// Finds the libraries of drivers for ILGPU, which asks for <c>libOpenCL.so</c> and <c>libcuda.so</c> only: names that machines without the
/// packages for developers do not have.
/// </summary>
internal static class DriverLibraries
{
    private static readonly FrozenDictionary<string, string[]> OtherNames = new Dictionary<string, string[]>
    {
        ["OpenCL"] = ["libOpenCL.so.1"],
        ["cuda"] = ["libcuda.so.1", "/usr/lib/wsl/lib/libcuda.so.1"],
    }.ToFrozenDictionary();

    private static readonly string[] Cuda = ["libcuda.so", .. OtherNames["cuda"], "nvcuda.dll"];

    private static int _registered;

    /// <summary>The names of the CUDA driver's library.</summary>
    public static string CudaNames => string.Join(", ", Cuda);

    /// <summary>Whether there is a CUDA driver.</summary>
    public static bool HasCuda => Cuda.Any(name => NativeLibrary.TryLoad(name, out _));

    /// <summary>To be called before ILGPU asks for the first time: it keeps the answer. The runtime asks here when nothing else finds a library.</summary>
    public static void Register()
    {
        if (Interlocked.Exchange(ref _registered, 1) == 0)
            AssemblyLoadContext.GetLoadContext(typeof(Context).Assembly)!.ResolvingUnmanagedDll += Find;
    }

    private static nint Find(Assembly assembly, string name)
    {
        if (assembly == typeof(Context).Assembly && OtherNames.TryGetValue(name, out string[]? others))
            foreach (string other in others)
                if (NativeLibrary.TryLoad(other, out nint library))
                    return library;
        return 0;
    }
}
