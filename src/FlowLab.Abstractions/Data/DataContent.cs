namespace FlowLab.Data;

/// <summary>What a data file may hold. Checksums are of the content: of the decompressed bytes, if the file is stored as <c>.gz</c>.</summary>
/// <param name="Bytes">Length of the content.</param>
/// <param name="Sha256">SHA-256 of the content, 64 lower-case hexadecimal digits.</param>
/// <param name="Note">What is special about it, such as "the first 1,000 records only"; empty for the published file.</param>
public sealed record DataContent(long Bytes, string Sha256, string Note = "");
