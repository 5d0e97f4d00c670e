namespace ILGPU.Tests.Cuda.Machine;

/// <summary>Special registers: where a thread is.</summary>
internal static class PtxSpecials
{
    internal static readonly HashSet<string> Names =
    [
        "%tid.x", "%tid.y", "%tid.z", "%ntid.x", "%ntid.y", "%ntid.z", "%ctaid.x", "%ctaid.y", "%ctaid.z", "%nctaid.x", "%nctaid.y", "%nctaid.z",
        "%laneid", "%dynamic_smem_size",
    ];

    internal static ulong Read(PtxThread thread, string name)
    {
        var group = thread.Group;
        var value = name switch
        {
            "%tid.x" => thread.Index.X,
            "%tid.y" => thread.Index.Y,
            "%tid.z" => thread.Index.Z,
            "%ntid.x" => group.Launch.GroupDim.X,
            "%ntid.y" => group.Launch.GroupDim.Y,
            "%ntid.z" => group.Launch.GroupDim.Z,
            "%ctaid.x" => group.Index.X,
            "%ctaid.y" => group.Index.Y,
            "%ctaid.z" => group.Index.Z,
            "%nctaid.x" => group.Launch.GridDim.X,
            "%nctaid.y" => group.Launch.GridDim.Y,
            "%nctaid.z" => group.Launch.GridDim.Z,
            "%laneid" => thread.Lane,
            "%dynamic_smem_size" => group.Launch.DynamicSharedSize,
            _ => throw new PtxException($"no special register {name}"),
        };
        return (uint)value;
    }
}
