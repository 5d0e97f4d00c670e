using ILGPU.IR;

namespace ILGPU.Backends.Cuda;

/// <summary>The parameters of a kernel's PTX entry, each at the next multiple of its size.</summary>
internal static class PtxArgumentList
{
    internal static List<PtxArgument> Of(IRKernel kernel)
    {
        var parameters = new List<PtxArgument>();
        if (!kernel.IsGrouped)
            AddExtents(parameters, [.. kernel.Indices]);
        foreach (var parameter in kernel.Parameters.Where(parameter => parameter.IsArgument))
            Add(parameters, $"p{parameters.Count}_{PtxNames.Of(parameter.Name)}", PtxArgumentKind.Argument, parameter.Value.Type, parameter);
        return parameters;
    }

    internal static int SizeOf(IReadOnlyList<PtxArgument> parameters) =>
        parameters.Count == 0 ? 0 : parameters[^1].Offset + parameters[^1].SizeInBytes;

    /// <summary>All instances are counted through, X fastest; the last component of the index needs no extent.</summary>
    private static void AddExtents(List<PtxArgument> parameters, IRParameter[] indices)
    {
        var type = indices[0].Value.Type;
        Add(parameters, "count", PtxArgumentKind.Count, indices.Length == 1 ? type : IRType.Int64, null);
        if (indices.Length > 1)
            Add(parameters, "extent_x", PtxArgumentKind.ExtentX, type, null);
        if (indices.Length > 2)
            Add(parameters, "extent_y", PtxArgumentKind.ExtentY, type, null);
    }

    private static void Add(List<PtxArgument> parameters, string name, PtxArgumentKind kind, IRType type, IRParameter? source)
    {
        var size = Math.Max(type.SizeInBytes, sizeof(int));
        var offset = (SizeOf(parameters) + size - 1) / size * size;
        parameters.Add(new(name, kind, type, offset, source));
    }
}
