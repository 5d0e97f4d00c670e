using System.Reflection;
using ILGPU.Backends.Cuda;
using ILGPU.IR;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Tests.Cuda.Machine;

namespace ILGPU.Tests.Cuda;

/// <summary>Compiles kernels to PTX and runs them on the machine, as a launch on a device would.</summary>
internal sealed class PtxRunner
{
    private readonly PtxModule _module;
    private readonly object[] _arguments;
    private readonly PtxMachine _machine;

    /// <param name="entry">The kernel.</param>
    /// <param name="arguments">The C# arguments after the index.</param>
    internal PtxRunner(KernelEntry entry, params object[] arguments)
    {
        Source = PtxCompiler.Compile(entry);
        _arguments = arguments;
        try
        {
            _module = PtxParser.Parse(Source.Text);
        }
        catch (PtxException error)
        {
            throw new PtxException($"{error.Message}\n{Source.Text}");
        }

        _machine = new(_module, MemoryOf(arguments));
    }

    internal PtxSource Source { get; }

    /// <summary>Runs the kernel over an index space in groups of a size.</summary>
    internal void Run(LaunchDimensions dimensions, int groupSize, int quantum = 0)
    {
        if (dimensions.Count == 0)
            return;
        var grid = CudaLaunchShape.OfCount(dimensions.Count, groupSize);
        Run(new PtxLaunch(grid.Grid, grid.Group, 0, ArgumentsFor(dimensions)) { Quantum = quantum });
    }

    /// <summary>Runs the group that has one instance of an index space, which may be larger than anyone could run.</summary>
    internal void RunOne(LaunchDimensions dimensions, int groupSize, long instance)
    {
        var shape = CudaLaunchShape.OfCount(dimensions.Count, groupSize);
        var group = instance / groupSize;
        _machine.Run(
            new PtxLaunch(shape.Grid, shape.Group, 0, ArgumentsFor(dimensions)), new((int)(group % shape.Grid.X), (int)(group / shape.Grid.X), 0));
    }

    /// <summary>Runs a grouped kernel.</summary>
    internal void RunGroups(Index3D grid, Index3D group, int dynamicSharedSize = 0, bool isReversed = false, int quantum = 0) =>
        Run(new PtxLaunch(grid, group, dynamicSharedSize, ArgumentsFor(default)) { IsReversed = isReversed, Quantum = quantum });

    /// <summary>All buffers that the views among the arguments point into.</summary>
    internal static PtxMemory MemoryOf(object[] arguments)
    {
        var memory = new PtxMemory();
        foreach (var buffer in arguments.SelectMany(BuffersOf).Distinct())
            memory.Allow(buffer.NativePtr, buffer.LengthInBytes);
        return memory;
    }

    private void Run(PtxLaunch launch)
    {
        try
        {
            _machine.Run(launch);
        }
        catch (PtxException error)
        {
            throw new PtxException($"{error.Message}\n{Source.Text}");
        }
    }

    private byte[] ArgumentsFor(LaunchDimensions dimensions)
    {
        var buffer = new byte[Source.ArgumentsSizeInBytes];
        foreach (var argument in Source.Arguments)
        {
            var value = argument.Kind switch
            {
                PtxArgumentKind.Count => dimensions.Count,
                PtxArgumentKind.ExtentX => dimensions.X,
                PtxArgumentKind.ExtentY => dimensions.Y,
                _ => IRArguments.Extract(argument.Source!, _arguments[argument.Source!.Argument - 1]),
            };
            BitConverter.GetBytes(value).AsSpan(0, argument.SizeInBytes).CopyTo(buffer.AsSpan(argument.Offset));
        }

        return buffer;
    }

    private static IEnumerable<MemoryBuffer> BuffersOf(object argument)
    {
        var type = argument.GetType();
        if (type.IsPrimitive || type.IsEnum)
            return [];
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ArrayView<>))
            return type.GetProperty("Buffer", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(argument) is MemoryBuffer buffer ? [buffer] : [];
        return type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).SelectMany(field => BuffersOf(field.GetValue(argument)!));
    }
}
