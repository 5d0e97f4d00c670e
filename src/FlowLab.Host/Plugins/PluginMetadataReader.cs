using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using FlowLab.Plugins;

namespace FlowLab.Host.Plugins;

/// <summary>Reads a DLL's metadata tables without loading it.</summary>
internal static class PluginMetadataReader
{
    /// <summary>The metadata of <paramref name="file"/>, or null if it is no .NET assembly.</summary>
    public static PluginMetadata? Read(string file)
    {
        byte[] image = File.ReadAllBytes(file);
        try
        {
            using var executable = new PEReader(ImmutableArray.Create(image));
            return executable.HasMetadata ? Read(executable.GetMetadataReader(), file, image) : null;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    private static PluginMetadata? Read(MetadataReader metadata, string file, byte[] image)
    {
        if (!metadata.IsAssembly)
            return null;
        AssemblyDefinition assembly = metadata.GetAssemblyDefinition();
        string version = ReadInformationalVersion(metadata) ?? assembly.Version.ToString();
        string hash = Convert.ToHexStringLower(SHA256.HashData(image));
        return new PluginMetadata(
            new PluginOrigin(metadata.GetString(assembly.Name), file, version, hash), ReadContractVersion(metadata), ReadReferences(metadata))
        {
            AbstractionsVersion = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
                .Where(reference => metadata.StringComparer.Equals(reference.Name, ContractMembers.AssemblyName)).Select(reference => reference.Version.ToString(3)).FirstOrDefault(""),
        };
    }

    private static IReadOnlyList<string> ReadReferences(MetadataReader metadata) =>
        [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];

    private static int? ReadContractVersion(MetadataReader metadata) =>
        FindArguments(metadata, typeof(FlowLabPluginAttribute).Namespace!, nameof(FlowLabPluginAttribute)) is { } arguments
            ? arguments.ReadInt32()
            : null;

    private static string? ReadInformationalVersion(MetadataReader metadata) =>
        FindArguments(metadata, "System.Reflection", "AssemblyInformationalVersionAttribute") is { } arguments
            ? arguments.ReadSerializedString()?.Split('+')[0]
            : null;

    /// <summary>The constructor arguments of an attribute on the assembly, past the two bytes of prolog.</summary>
    private static BlobReader? FindArguments(MetadataReader metadata, string attributeNamespace, string attributeName)
    {
        foreach (CustomAttributeHandle handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            CustomAttribute attribute = metadata.GetCustomAttribute(handle);
            if (!Is(metadata, attribute, attributeNamespace, attributeName))
                continue;
            BlobReader arguments = metadata.GetBlobReader(attribute.Value);
            arguments.ReadUInt16();
            return arguments;
        }
        return null;
    }

    private static bool Is(MetadataReader metadata, CustomAttribute attribute, string attributeNamespace, string attributeName)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
            return false;
        EntityHandle parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference)
            return false;
        TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(type.Name, attributeName) && metadata.StringComparer.Equals(type.Namespace, attributeNamespace);
    }
}
