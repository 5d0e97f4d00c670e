using System.Reflection;
using FlowLab.Engine.LinearAlgebra.Tiled;
using FlowLab.Plugins.Tests;
using ILGPU;
using ILGPU.Backends.Cuda;
using ILGPU.Frontend;
using ILGPU.Runtime;
using ILGPU.Tests.Kernels;

namespace FlowLab.DeviceTests;

/// <summary>Writes the PTX of kernels, for the assembler to check.</summary>
internal static class PtxFiles
{
    internal static int Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var (written, refused) = (0, 0);
        foreach (var (name, entry) in Entries())
        {
            try
            {
                File.WriteAllText(Path.Combine(folder, $"{written:D4}_{PtxNames.Of(name)}.ptx"), PtxCompiler.Compile(entry).Text);
                written++;
            }
            catch (KernelRefusedException)
            {
                // Functions of doubles that CUDA devices do not have.
                refused++;
            }
        }

        Console.WriteLine($"{written} kernels written, {refused} of double functions that PTX does not have");
        return ExitCode.Success;
    }

    private static IEnumerable<(string Name, KernelEntry Entry)> Entries()
    {
        foreach (var method in ShippedKernels.All)
            yield return (ShippedKernels.NameOf(method), KernelEntry.OfIndex(method));
        foreach (var method in typeof(TiledKernels).GetMethods(BindingFlags.Static | BindingFlags.Public))
            yield return EntryOf(method.IsGenericMethodDefinition ? method.MakeGenericMethod(typeof(LargeGroup)) : method);
        foreach (var kernel in KernelCatalog.All)
            yield return (kernel.Name, kernel.Entry);
    }

    private static (string Name, KernelEntry Entry) EntryOf(MethodInfo method) => (
        $"{method.DeclaringType!.Name}.{method.Name}",
        typeof(IIndex).IsAssignableFrom(method.GetParameters()[0].ParameterType) ? KernelEntry.OfIndex(method) : KernelEntry.OfGroups(method));
}
