using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>Finds the machine's OpenCL loader, which leads to the drivers of all vendors.</summary>
internal static class OpenClLoader
{
    /// <summary>What the imports are declared with; no file has the name, so that the runtime asks here.</summary>
    internal const string ImportName = "FlowLab.OpenCL";

    /// <summary>The youngest function that the runtime calls: a library without it is older than OpenCL 1.2.</summary>
    private const string YoungestFunction = "clEnqueueFillBuffer";

    private static readonly Lock Gate = new();
    private static nint _library;

    /// <summary>The loader's names on Linux without and with developer packages, on Windows and on macOS.</summary>
    internal static IReadOnlyList<string> Names { get; } =
        ["libOpenCL.so.1", "libOpenCL.so", "OpenCL.dll", "/System/Library/Frameworks/OpenCL.framework/OpenCL"];

    /// <summary>Makes the functions of <see cref="OpenClApi"/> callable; the result is why they are not, or null.</summary>
    internal static string? Load()
    {
        lock (Gate)
        {
            if (_library != 0)
                return null;
            OpenClSignals.Keep();
            var fault = Find(Names, out var library);
            if (fault is null)
            {
                _library = library;
                AssemblyLoadContext.GetLoadContext(typeof(OpenClLoader).Assembly)!.ResolvingUnmanagedDll +=
                    static (_, name) => name == ImportName ? _library : 0;
            }

            return fault;
        }
    }

    /// <summary>Loads the first of the libraries that is there and young enough; the result is why none is, or null.</summary>
    internal static string? Find(IReadOnlyList<string> names, out nint library)
    {
        foreach (var name in names)
        {
            if (!NativeLibrary.TryLoad(name, out library))
                continue;
            if (NativeLibrary.TryGetExport(library, YoungestFunction, out _))
                return null;
            NativeLibrary.Free(library);
            library = 0;
            return $"the OpenCL loader {name} is older than OpenCL 1.2; update the driver or the package that it belongs to";
        }

        library = 0;
        return $"there is no OpenCL loader on this machine ({string.Join(", ", names)}); install the driver of the device, "
            + "or pocl-opencl-icd and ocl-icd-libopencl1 for the processor";
    }
}
