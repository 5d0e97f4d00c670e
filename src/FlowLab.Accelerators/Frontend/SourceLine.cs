using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>Looks up source lines in the portable PDB of a method's assembly: beside it, or embedded in it.</summary>
internal static class SourceLine
{
    /// <summary><c> (File.cs:12)</c>, or nothing where no PDB is at hand.</summary>
    internal static string Of(IRLocation location)
    {
        try
        {
            return Find(location);
        }
        catch (Exception error) when (error is IOException or BadImageFormatException or UnauthorizedAccessException or InvalidOperationException)
        {
            // A message without its line is better than a message about the PDB.
            return "";
        }
    }

    private static string Find(IRLocation location)
    {
        var path = location.Method.Module.Assembly.IsDynamic ? "" : location.Method.Module.FullyQualifiedName;
        if (!File.Exists(path))
            return "";
        using var file = File.OpenRead(path);
        using var image = new PEReader(file);
        if (!image.TryOpenAssociatedPortablePdb(path, OpenIfThere, out var provider, out _) || provider is null)
            return "";
        using (provider)
            return LineOf(provider.GetMetadataReader(), location.Method, location.ILOffset);
    }

    private static FileStream? OpenIfThere(string path) => File.Exists(path) ? File.OpenRead(path) : null;

    private static string LineOf(MetadataReader pdb, MethodBase method, int offset)
    {
        var handle = (MethodDefinitionHandle)MetadataTokens.Handle(method.MetadataToken);
        var points = pdb.GetMethodDebugInformation(handle.ToDebugInformationHandle()).GetSequencePoints();
        var visible = points.Where(point => !point.IsHidden).ToList();
        if (visible.Count == 0)
            return "";
        var at = visible.FindLastIndex(point => point.Offset <= offset);
        var point = visible[Math.Max(at, 0)];
        return $" ({Path.GetFileName(pdb.GetString(pdb.GetDocument(point.Document).Name))}:{point.StartLine})";
    }
}
