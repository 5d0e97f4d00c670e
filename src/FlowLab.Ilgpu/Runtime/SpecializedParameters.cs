using ILGPU.Frontend;
using ILGPU.IR;

namespace ILGPU.Runtime;

/// <summary>The scalars of a kernel's specialised arguments.</summary>
internal static class SpecializedParameters
{
    internal static List<IRParameter> Of(KernelEntry entry)
    {
        var location = new IRLocation(entry.Method, 0, null);
        var parameters = ParameterList.Of(entry, (refusal, detail) => new KernelRefusedException(refusal, detail, location));
        return [.. parameters.Where(parameter => KernelEntry.IsSpecialized(parameter.Value.Type)).SelectMany(parameter => parameter.Scalars)];
    }
}
