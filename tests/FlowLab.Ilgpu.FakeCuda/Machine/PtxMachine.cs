namespace ILGPU.Tests.Cuda.Machine;

/// <summary>
/// Runs PTX as its manual says, one group after the other, on real memory. Whatever the manual calls invalid or undefined ends in a
/// <see cref="PtxException"/>.
/// </summary>
internal sealed class PtxMachine(PtxModule module, PtxMemory memory)
{
    private const long LongestRun = 20_000_000;

    private long _count;

    internal PtxModule Module { get; } = module;

    internal PtxMemory Memory { get; } = memory;

    /// <summary>Runs all groups of a launch.</summary>
    internal void Run(PtxLaunch launch)
    {
        Check(launch);
        for (var z = 0; z < launch.GridDim.Z; z++)
        {
            for (var y = 0; y < launch.GridDim.Y; y++)
            {
                for (var x = 0; x < launch.GridDim.X; x++)
                    new PtxGroup(this, launch, new(x, y, z)).Run();
            }
        }
    }

    /// <summary>Runs one group of a launch that is too large to run all of it.</summary>
    internal void Run(PtxLaunch launch, Index3D group)
    {
        Check(launch);
        new PtxGroup(this, launch, group).Run();
    }

    internal void CountInstruction()
    {
        if (++_count > LongestRun)
            throw new PtxException("the kernel does not end");
    }

    private void Check(PtxLaunch launch)
    {
        if (launch.Arguments.Length != Module.SizeOf("param"))
            throw new PtxException($"{launch.Arguments.Length} bytes of arguments for {Module.SizeOf("param")} bytes of parameters");
        if (launch.GroupDim.Size < 1 || launch.GroupDim.Size > Module.MaxThreads || launch.GridDim.Y > 65535 || launch.GridDim.Z > 65535)
            throw new PtxException($"a launch of {launch.GridDim} groups of {launch.GroupDim} threads");
    }
}
