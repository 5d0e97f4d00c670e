namespace ILGPU.Tests.Cuda.Machine;

/// <summary>A module of one entry.</summary>
internal sealed class PtxModule
{
    internal string EntryName { get; set; } = "";

    /// <summary>Parameters and variables of all state spaces.</summary>
    internal Dictionary<string, PtxVariable> Variables { get; } = [];

    internal Dictionary<string, PtxRegister> Registers { get; } = [];

    internal List<PtxInstruction> Instructions { get; } = [];

    /// <summary>The largest group that may be launched.</summary>
    internal int MaxThreads { get; set; } = 1024;

    internal int SizeOf(string space) => Variables.Values.Where(variable => variable.Space == space)
        .Select(variable => variable.Offset + variable.SizeInBytes).DefaultIfEmpty().Max();

    /// <summary>A variable behind the others of its space.</summary>
    internal void Declare(string name, string space, int sizeInBytes, int alignment)
    {
        var offset = (SizeOf(space) + alignment - 1) / alignment * alignment;
        if (!Variables.TryAdd(name, new(name, space, sizeInBytes, alignment, offset)))
            throw new PtxException($"{name} is declared twice");
    }
}
